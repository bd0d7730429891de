import type { Iri } from '../kernel/iri.ts';
import type { NodeObject } from '../profile/record.ts';
import { thingsOf } from '../profile/rules/node-values.ts';
import type { Statement } from '../rdf/n-triples-line.ts';
import { dqv, prov, pv, rdfType, xsd } from '../rdf/namespaces.ts';
import { dimensions } from './metrics.ts';
import type { Measurement, QualityScore } from './score-record.ts';

/**
 * A score as RDF, beside the record and not in it, so that it changes without the record. Data Quality Vocabulary (W3C, 2016) §4;
 * metrics of data.europa.eu's vocabulary.
 *
 * @param document address of this description: measurements are `#` fragments of it
 */
export function* qualityStatements(
  record: NodeObject & { readonly '@id': Iri },
  score: QualityScore,
  { document, at }: { readonly document: Iri; readonly at: Date },
): Iterable<Statement> {
  const dataset = record['@id'];
  const distributions = thingsOf(record, 'distribution').map(({ iri }) => iri);
  const whole = [
    ...dimensions.map((name) => [`${name}Scoring`, score.dimensions[name]] as const),
    ['scoring', score.total] as const,
  ];
  for (const [metric, points] of whole) {
    yield* measurement(dataset, {
      metric,
      value: { value: String(points), datatype: xsd('integer') },
      document,
      at,
    });
  }
  for (const one of score.measurements) {
    const place = one.distribution === undefined ? dataset : distributions[one.distribution];
    yield* measurement(place ?? dataset, {
      metric: one.metric.id,
      value: valueFor(one),
      document,
      at,
    });
  }
}

type Value = { readonly value: string; readonly datatype: Iri };

/** Europe tells whether an address answers as its status, with 1100 for what is not known to answer. */
function valueFor({ metric, holds, sureness }: Measurement): Value {
  if (!metric.id.endsWith('StatusCode')) return { value: String(holds), datatype: xsd('boolean') };
  const status = holds && sureness === 'known' ? '200' : '1100';
  return { value: status, datatype: xsd('integer') };
}

function* measurement(
  on: Iri,
  {
    metric,
    value,
    document,
    at,
  }: { readonly metric: string; readonly value: Value; readonly document: Iri; readonly at: Date },
): Iterable<Statement> {
  const subject = `${document}#${metric}`;
  yield { subject: on, predicate: dqv('hasQualityMeasurement'), object: { iri: subject } };
  yield { subject, predicate: rdfType, object: { iri: dqv('QualityMeasurement') } };
  yield { subject, predicate: dqv('isMeasurementOf'), object: { iri: pv(metric) } };
  yield { subject, predicate: dqv('computedOn'), object: { iri: on } };
  yield { subject, predicate: dqv('value'), object: value };
  yield {
    subject,
    predicate: prov('generatedAtTime'),
    object: { value: at.toISOString(), datatype: xsd('dateTime') },
  };
}
