// The two parts of the xmlrpc package that we use; its own client has neither deadline nor limit, and speaks clear text to https addresses.
declare module 'xmlrpc/lib/serializer.js' {
  export function serializeMethodCall(method: string, params: readonly unknown[], encoding?: string): string;
}

declare module 'xmlrpc/lib/deserializer.js' {
  import type { Readable } from 'node:stream';

  export default class Deserializer {
    marks: number[];
    stack: unknown[];
    value: boolean;
    push(value: unknown): void;
    deserializeMethodResponse(
      stream: Readable,
      callback: (error: (Error & { faultCode?: number; faultString?: string }) | null, value?: unknown) => void,
    ): void;
    deserializeMethodCall(
      stream: Readable,
      callback: (error: Error | null, method: string, params: unknown[]) => void,
    ): void;
    endInt(data: string): void;
    endDateTime(data: string): void;
    endStruct(data: string): void;
  }
}
