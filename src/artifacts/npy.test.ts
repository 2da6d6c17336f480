import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeFloat32, decodeFloat64, decodeInt32, decodeUint8, encodeNpy } from "./npy.ts";

describe("a matrix as an .npy file", () => {
  test("is laid out as numpy.save lays it out", () => {
    const file = encodeNpy({ rows: 1, columns: 2, values: Float32Array.of(1, -2) });
    const header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }";
    expect(file.toString("latin1", 0, 10)).toBe("\x93NUMPY\x01\x00\x76\x00");
    expect(file.toString("latin1", 10, 128)).toBe(`${header.padEnd(117)}\n`);
    expect([...file.subarray(128)]).toEqual([0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0]);
  });

  test("comes back bit for bit, in single and in double precision", () => {
    const double = fc.double({ noNaN: true });
    fc.assert(
      fc.property(fc.array(double, { maxLength: 30 }), fc.integer({ min: 1, max: 5 }), (numbers, columns) => {
        const rows = Math.floor(numbers.length / columns);
        const values = Float64Array.from(numbers.slice(0, rows * columns));
        expect(decodeFloat64(encodeNpy({ rows, columns, values }))).toEqual({ rows, columns, values });
        const single = Float32Array.from(values);
        expect(decodeFloat32(encodeNpy({ rows, columns, values: single })).values).toEqual(single);
      }),
    );
  });

  test("may hold whole numbers", () => {
    const values = Int32Array.of(-1, 2_147_483_647);
    const file = encodeNpy({ rows: 1, columns: 2, values });
    expect(file.toString("latin1")).toContain("'descr': '<i4'");
    expect(decodeInt32(file).values).toEqual(values);
    expect(() => decodeFloat32(file)).toThrow("expected a matrix of <f4");
    const bytes = Uint8Array.of(0, 128, 255);
    const byteFile = encodeNpy({ rows: 3, columns: 1, values: bytes });
    expect(byteFile.toString("latin1")).toContain("'descr': '|u1'");
    expect(decodeUint8(byteFile).values).toEqual(bytes);
  });

  test("is read from the middle of a larger buffer, and written from the middle of a larger array", () => {
    const values = new Float64Array([9, 1, 2, 9]).subarray(1, 3);
    const file = encodeNpy({ rows: 2, columns: 1, values });
    const shifted = Buffer.concat([Buffer.alloc(3), file]).subarray(3);
    expect([...decodeFloat64(shifted).values]).toEqual([1, 2]);
  });

  test("is refused in the other precision, when cut short, and when it is something else", () => {
    const file = encodeNpy({ rows: 2, columns: 2, values: Float32Array.of(1, 2, 3, 4) });
    expect(() => decodeFloat64(file)).toThrow("expected a matrix of <f8 in row order, found {'descr': '<f4'");
    expect(() => decodeFloat32(file.subarray(0, -4))).toThrow("12 bytes of values, expected 16");
    expect(() => decodeFloat32(Buffer.from("PK"))).toThrow("not a .npy file");
    const inColumns = Buffer.from(file.toString("latin1").replace("False", "True "), "latin1");
    expect(() => decodeFloat32(inColumns)).toThrow("in row order");
  });

  test("is not written with more or fewer values than its shape says", () => {
    expect(() => encodeNpy({ rows: 2, columns: 2, values: Float32Array.of(1) })).toThrow(
      "1 values for 2 x 2",
    );
  });
});
