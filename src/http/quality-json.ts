import type { UserLanguage } from '../kernel/issue.ts';
import type { JsonObject } from '../kernel/json.ts';
import { mostOf, mostPoints } from '../quality/metrics.ts';
import type { Fix } from '../quality/next-best-fixes.ts';
import type { Quality } from '../quality/quality-judge.ts';
import type { QualityDay } from '../quality/quality-store.ts';
import type { QualitySummary } from '../quality/quality-summary.ts';
import type { QualityScore } from '../quality/score-record.ts';

/** A dataset's quality as programs get it. */
export function qualityJson(name: string, quality: Quality, language: UserLanguage): JsonObject {
  const { here, afterHarvest, stars, rules, fixes, advice } = quality;
  const told = ({ id, points, pointer, text }: Fix): JsonObject => ({
    id,
    points,
    pointer,
    text: text[language],
  });
  return {
    dataset: name,
    most: mostPoints,
    here: scoreJson(here, language),
    afterHarvest: scoreJson(afterHarvest, language),
    stars: { ...stars },
    rules: rules.map((rule) => ({ ...rule })),
    fixes: fixes.map(told),
    advice: advice.map(told),
  };
}

function scoreJson(
  { total, rating, sureness, dimensions, measurements }: QualityScore,
  language: UserLanguage,
): JsonObject {
  return {
    total,
    rating,
    sureness,
    dimensions: { ...dimensions },
    metrics: measurements.map(({ metric, holds, sureness: sure }) => ({
      id: metric.id,
      dimension: metric.dimension,
      label: metric.label[language],
      holds,
      points: holds ? metric.points : 0,
      most: metric.points,
      sureness: sure,
    })),
  };
}

/** How an organisation, or all of them, stand, with each day of the history. */
export function summaryJson(summary: QualitySummary, days: readonly QualityDay[]): JsonObject {
  const { dimensions, shares, bands, ...rest } = summary;
  return {
    ...rest,
    most: mostPoints,
    dimensions: { ...dimensions },
    mostOfDimensions: { ...mostOf },
    shares: { ...shares },
    bands: { ...bands },
    history: days.map(({ day, datasets, average }) => ({ day, datasets, average: average / 10 })),
  };
}

const numbers = { type: 'object', additionalProperties: { type: 'number' } } as const;

/** Of `qualityJson`, for the OpenAPI document. */
export const qualityContent = {
  schema: {
    type: 'object',
    required: ['dataset', 'most', 'here', 'afterHarvest', 'stars', 'rules', 'fixes', 'advice'],
    properties: {
      dataset: { type: 'string' },
      most: { type: 'integer' },
      here: { type: 'object' },
      afterHarvest: { type: 'object' },
      stars: numbers,
      rules: { type: 'array', items: { type: 'object' } },
      fixes: { type: 'array', items: { type: 'object' } },
      advice: { type: 'array', items: { type: 'object' } },
    },
  },
  example: {
    dataset: 'umea-badplatser',
    most: 405,
    here: { total: 330, rating: 'good', sureness: 'known' },
    afterHarvest: { total: 330, rating: 'good', sureness: 'known' },
    stars: { best: 3, average: 3 },
    rules: [],
    fixes: [{ id: 'temporal', points: 20, pointer: '/temporal', text: '+20: ange tidsperiod' }],
    advice: [],
  },
} as const;

/** Of `summaryJson`. */
export const summaryContent = {
  schema: {
    type: 'object',
    required: ['datasets', 'average', 'rating', 'most', 'dimensions', 'shares', 'bands', 'history'],
    properties: {
      datasets: { type: 'integer' },
      average: { type: 'number' },
      rating: { type: 'string' },
      most: { type: 'integer' },
      dimensions: numbers,
      mostOfDimensions: numbers,
      shares: numbers,
      bands: numbers,
      stars: { type: 'number' },
      broken: { type: 'integer' },
      faulty: { type: 'integer' },
      overdue: { type: 'integer' },
      history: { type: 'array', items: { type: 'object' } },
    },
  },
  example: {
    datasets: 12,
    average: 312.5,
    rating: 'good',
    most: 405,
    dimensions: { findability: 90 },
    shares: { keywordAvailability: 92 },
    bands: { excellent: 3, good: 8, sufficient: 1, bad: 0 },
    history: [{ day: '2026-11-23', datasets: 12, average: 312.5 }],
  },
} as const;
