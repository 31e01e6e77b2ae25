/** Staff numbers to try a demo hall with, as the hint of the sign-in form shows them. */
const DEMO_SIGN_INS: Readonly<
  Record<string, { readonly clerks: readonly string[]; readonly managers: readonly string[] }>
> = {
  jingzhou: { clerks: ['JZ01', 'JZ02', 'JZ08', 'JZ14'], managers: ['JZ18', 'JZ17'] },
  yantai: { clerks: ['YT001', 'YT003', 'YT006', 'YT009'], managers: ['YT039', 'YT038'] },
  township: { clerks: ['TS01', 'TS02'], managers: ['TS03'] },
};

/** Numbers of clerks or managers of a demo hall; empty for a hall that is none. */
export function demoSignIns(hall: string, role: 'clerks' | 'managers'): readonly string[] {
  return DEMO_SIGN_INS[hall]?.[role] ?? [];
}
