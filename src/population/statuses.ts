/**
 * Citizenship and immigration status of a taxpayer: id, group of the published estimates, and how a sentence
 * names the group. The order is fixed, because statuses are stored as positions in this list.
 */

export const statuses = [
  { id: 'us-born-citizen', group: 'us-born-citizens', label: 'US-born citizens', citizen: true },
  { id: 'naturalized-citizen', group: 'naturalized-citizens', label: 'naturalized citizens', citizen: true },
  { id: 'permanent-resident', group: 'permanent-residents', label: 'permanent residents', citizen: false },
  { id: 'other-lawful', group: 'other-lawful', label: 'others lawfully present', citizen: false },
  { id: 'unauthorized', group: 'unauthorized', label: 'unauthorized immigrants', citizen: false },
] as const;

export const usBornCitizen = statuses.findIndex((status) => status.id === 'us-born-citizen');
export const unauthorized = statuses.findIndex((status) => status.id === 'unauthorized');
