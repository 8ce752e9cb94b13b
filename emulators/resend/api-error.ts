/** An answer that is not a success, in the shape and with the names of Resend's own errors. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  toJSON(): { statusCode: number; name: string; message: string } {
    return { statusCode: this.status, name: this.code, message: this.message };
  }
}

export const invalid = (message: string) => new ApiError(422, "validation_error", message);
