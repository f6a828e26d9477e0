import { Refusal, refuse, wireError } from "./refusal.ts";

const LARGEST = 10_000_000;

const TYPES: readonly string[] = [
  "image/jpeg",
  "image/png",
  "image/gif",
  "image/webp",
];

/** Refuses to take away an image that is not there. */
export function refuseNoImage(): Refusal {
  return refuse("image_not_found", "Image not found");
}

/**
 * Checks the member of a form that must be an image.
 *
 * @throws {Refusal} When it is missing, too large or of another type.
 */
export function checkImage(file: unknown): void {
  if (!(file instanceof Blob)) {
    throw new Refusal(400, [
      wireError("form_param_missing", "The request has no image file.", {
        param_name: "file",
      }),
    ]);
  }
  if (file.size > LARGEST) {
    throw refuse("image_too_large", "The image is larger than 10 MB.");
  }
  if (TYPES.includes(file.type)) return;
  throw refuse(
    "request_body_invalid",
    `Images of the type "${file.type}" are not supported. Use one of: ${
      TYPES.join(", ")
    }.`,
  );
}
