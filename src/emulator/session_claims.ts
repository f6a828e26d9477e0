/** The organization that a session is active in. */
export interface SessionOrganization {
  /** The id of the organization. */
  readonly id: string;
  /** Its slug. */
  readonly slug?: string | undefined;
  /** The user's role in it, with or without `org:`; `member` by default. */
  readonly role?: string | undefined;
  /** The user's permissions in it, such as `org:invoices:read`. */
  readonly permissions?: readonly string[] | undefined;
}

/** What goes into a session token; the claims of Clerk's that vary. */
export interface SessionFacts {
  /** The version of the token's form. */
  readonly version: 1 | 2;
  /** The active organization. */
  readonly organization: SessionOrganization | undefined;
  /** The plans, such as `o:pro`. */
  readonly pla: string | undefined;
  /** The features, such as `o:invoices,u:export`. */
  readonly fea: string | undefined;
}

/** Makes the claims about organization, plan and features. */
export function makeOrganizationClaims(
  facts: SessionFacts,
): Record<string, unknown> {
  return facts.version === 1 ? makeVersion1(facts) : makeVersion2(facts);
}

function makeVersion1({ organization }: SessionFacts): Record<string, unknown> {
  if (!organization) return {};
  return {
    org_id: organization.id,
    org_slug: organization.slug,
    org_role: `org:${bareRole(organization)}`,
    org_permissions: customPermissions(organization),
  };
}

/**
 * In version 2 a permission `org:invoices:read` is a bit: `per` lists the
 * actions, `fea` the features, and for each feature of the organization `fpm`
 * has a mask over the actions, the first of them in the lowest bit.
 */
function makeVersion2(
  { organization, pla, fea }: SessionFacts,
): Record<string, unknown> {
  const permissions = (organization ? customPermissions(organization) : [])
    .map((permission) => permission.replace(/^org:/, ""));
  const features = fea ? fea.split(",") : [];
  for (const permission of permissions) {
    const name = featureOf(permission);
    if (!features.some((feature) => isOrgFeature(feature, name))) {
      features.push(`o:${name}`);
    }
  }
  const actions = [...new Set(permissions.map(actionOf))];
  const masks = features.filter((feature) => isOrgFeature(feature))
    .map((feature) => makeMask(nameOf(feature), actions, permissions));
  return {
    ...(pla && { pla }),
    ...(features.length > 0 && { fea: features.join(",") }),
    ...(organization && {
      o: {
        id: organization.id,
        ...(organization.slug && { slg: organization.slug }),
        rol: bareRole(organization),
        ...(actions.length > 0 && {
          per: actions.join(","),
          fpm: masks.join(","),
        }),
      },
    }),
  };
}

function makeMask(
  feature: string,
  actions: readonly string[],
  permissions: readonly string[],
): number {
  return actions.reduce(
    (mask, action, i) =>
      permissions.includes(`${feature}:${action}`) ? mask | (1 << i) : mask,
    0,
  );
}

function isOrgFeature(feature: string, name: string = nameOf(feature)) {
  return scopeOf(feature).includes("o") && nameOf(feature) === name;
}

function scopeOf(feature: string): string {
  return feature.slice(0, feature.indexOf(":"));
}

function nameOf(feature: string): string {
  return feature.slice(feature.indexOf(":") + 1);
}

function featureOf(permission: string): string {
  return permission.slice(0, permission.lastIndexOf(":"));
}

function actionOf(permission: string): string {
  return permission.slice(permission.lastIndexOf(":") + 1);
}

/** Clerk keeps its own permissions, `org:sys_…`, out of tokens. */
function customPermissions(
  { permissions = [] }: SessionOrganization,
): readonly string[] {
  return permissions.filter((permission) => !permission.startsWith("org:sys_"));
}

function bareRole({ role = "member" }: SessionOrganization): string {
  return role.replace(/^org:/, "");
}
