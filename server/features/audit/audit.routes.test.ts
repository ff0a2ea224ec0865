import { openPlatformApp, type PlatformApp } from '../../testing/platform-app';
import { AuditEventEntity, sealEvents } from '.';

let desk: PlatformApp;

beforeEach(async () => {
  desk = await openPlatformApp();
});
afterEach(() => desk.close());

it('tells how far the chain reaches, and that nothing in it was changed', async () => {
  const auditor = await desk.signIn('auditor');
  const before = (await auditor.get('/api/audit-chain')).body as { sealed: number; waiting: number };
  expect(before).toMatchObject({ sealed: 0, lastHash: null });
  expect(before.waiting).toBeGreaterThan(0);

  await sealEvents(desk.uow);
  const chain = (await auditor.get('/api/audit-chain')).body as { sealed: number; lastHash: string };
  expect(chain).toMatchObject({ sealed: before.waiting, waiting: 0 });
  expect(chain.lastHash).toMatch(/^[0-9a-f]{64}$/);

  const report = await auditor.post('/api/audit-chain/verify').send({});
  expect(report.body).toEqual({ checked: before.waiting, faults: [] });
  const events = await desk.uow.read((tx) => tx.findBy(AuditEventEntity, { action: 'audit.verified' }));
  expect(events).toMatchObject([{ actorId: desk.userId('auditor'), data: { faults: 0 } }]);
});

it('finds out when an event was changed behind its back', async () => {
  const manager = await desk.signIn('manager');
  await sealEvents(desk.uow);
  const { engine, source } = desk.database;
  if (engine === 'postgres') await source.query('SET session_replication_role = replica');
  else {
    const triggers: { name: string }[] = await source.query(
      `SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_events'`,
    );
    for (const { name } of triggers) await source.query(`DROP TRIGGER "${name}"`);
  }
  await source.query(`UPDATE audit_events SET action = 'claim.approved' WHERE action = 'user.signed_in'`);

  const report = (await manager.post('/api/audit-chain/verify').send({})).body as { faults: string[] };
  expect(report.faults.join()).toContain('was changed');
});

it('a reviewer reads the trail, and neither checks the chain nor takes it along', async () => {
  const reviewer = await desk.signIn('reviewer');
  expect((await reviewer.get('/api/audit-events')).status).toBe(200);
  expect((await reviewer.post('/api/audit-chain/verify').send({})).status).toBe(403);
  expect((await reviewer.get('/api/exports/audit-events')).status).toBe(403);
});

it('exports what the filter finds', async () => {
  const auditor = await desk.signIn('auditor');
  const filter = encodeURIComponent('{"action":"user.signed_in"}');
  const file = await auditor.get(`/api/exports/audit-events?language=en&filter=${filter}`);
  const lines = file.text.split('\r\n').slice(0, -1);
  expect(lines[0]).toBe('\uFEFFWhen;Who (id);Act;Kind of record;Record;Claim;Facts;Address');
  expect(lines).toHaveLength(2);
});
