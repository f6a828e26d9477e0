/** Resources in the official form: one mapped type for all of them. */
import type { AddedTo, AddedToUnnamed } from "./added.ts";
import type { DefaultsOf } from "./defaults.ts";

/** Parts of which the official types say that nothing is ever missing. */
export type Whole<Part> = {
  readonly [Name in keyof Part]-?: Official<
    Exclude<Part[Name], undefined | null>
  >;
};

/** The members of a resource, each in the official form, at any depth. */
export type Members<T> =
  & {
    [Name in keyof T as Exclude<Name, keyof DefaultsOf<T>>]: Official<T[Name]>;
  }
  & {
    [Name in keyof DefaultsOf<T>]:
      | Official<Exclude<T[Name & keyof T], undefined | null>>
      | DefaultsOf<T>[Name];
  };

/**
 * A resource in the official form: lists that can be changed, members that are
 * there even when the API leaves them out, and what the official package adds.
 */
export type Official<T> = T extends string ? T
  : T extends readonly (infer Item)[] ? Official<Item>[]
  : T extends object
  // What is free-form keeps its own type.
    ? string extends keyof T ? T
    : T extends { readonly object?: string } ? Members<T> & AddedTo<T>
    : Members<T> & AddedToUnnamed<T>
  : T;
