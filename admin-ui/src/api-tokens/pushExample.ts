/** A call that pushes one order, ready for a shell; without a token the place of it is named. */
export function pushExample(origin: string, token = '$QAITARYM_TOKEN'): string {
  const order = {
    customerName: 'Айгүл Сейтқали',
    customerEmail: 'aigul@example.kz',
    placedAt: '2026-11-20T09:00:00+05:00',
    handedOverOn: '2026-11-21',
    deliveryFeeMinor: 150000,
    lines: [{ title: 'Шәйнек', quantity: 1, unitMinor: 900000 }],
  };
  return [
    `curl -X PUT ${origin}/api/push/orders/SO-10452 \\`,
    `  -H "Authorization: Bearer ${token}" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '${JSON.stringify(order, null, 2)}'`,
  ].join('\n');
}
