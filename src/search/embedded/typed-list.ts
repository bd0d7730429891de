/** A typed array that grows at its end. */
export interface TypedList<Values extends TypedValues> {
  /** Longer than `length`; another array once it had to grow. */
  readonly values: Values;
  readonly length: number;
  push(value: number): void;
  append(added: ArrayLike<number>): void;
}

type TypedValues = Uint8Array | Int16Array | Uint32Array | Float64Array;

/** An empty list whose arrays `make` makes, of the length it is given. */
export function typedList<Values extends TypedValues>(
  make: (length: number) => Values,
): TypedList<Values> {
  let values = make(1024);
  let length = 0;
  const grow = (least: number): void => {
    const larger = make(Math.max(least, values.length * 2));
    larger.set(values);
    values = larger;
  };
  return {
    get values() {
      return values;
    },
    get length() {
      return length;
    },
    push(value) {
      if (length === values.length) grow(length + 1);
      values[length] = value;
      length += 1;
    },
    append(added) {
      const end = length + added.length;
      if (end > values.length) grow(end);
      values.set(added, length);
      length = end;
    },
  };
}

export const uint8List = () => typedList((length) => new Uint8Array(length));
export const int16List = () => typedList((length) => new Int16Array(length));
export const uint32List = () => typedList((length) => new Uint32Array(length));
export const float64List = () => typedList((length) => new Float64Array(length));
