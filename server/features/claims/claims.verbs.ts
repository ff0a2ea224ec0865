import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Permission } from '../../domain/permissions';
import type { CommandAnswer } from '../../http/commands';
import { makeApproveDecision } from './approve-decision';
import { answerAuthority, correctAuthority, makeRecordAuthority } from './authority-requests';
import { chargeBack } from './charge-back';
import type { ClaimParts } from './claim-parts';
import { closeTask } from './claim-tasks';
import { makeCloseWaiting } from './close-waiting';
import {
  ApproveBody,
  AssignBody,
  AuthorityAnswerBody,
  AuthorityCorrectionBody,
  AuthorityRequestBody,
  ChargebackBody,
  CheckBody,
  CloseWaitingBody,
  CorrectReceivedBody,
  DuplicateBody,
  ExplainPaymentBody,
  LegalHoldBody,
  GoodsBody,
  NoteBody,
  ProposeBody,
  ReasonBody,
  RejectBody,
  ReplyBody,
  RequestDocumentsBody,
  TaskDoneBody,
} from './claims.schema';
import {
  makeRejectClaim,
  makeWithdrawClaim,
  markDuplicate,
  makeReopenClaim,
  returnProposal,
} from './end-claim';
import { makeExplainPayment } from './explain-payment';
import { holdClaim } from './hold-claim';
import { correctReceived } from './correct-received';
import { makeProposeDecision } from './propose-decision';
import { type Act, performVerb, runVerb, type VerbCall } from './run-verb';
import {
  answerCheck,
  assignClaim,
  makeAddNote,
  makeChangeGoods,
  makeReply,
  makeRequestDocuments,
  makeRetryPayout,
} from './work-on-claim';

/** One verb of a claim as a line: path, right, body and act. */
export interface ClaimVerb {
  verb: string;
  access: Permission;
  summary: string;
  body: z.ZodType;
  run: (req: Request, res: Response) => Promise<void>;
  /** The same without HTTP. */
  perform: (call: Omit<VerbCall, 'verb' | 'body'>, body: unknown) => Promise<CommandAnswer>;
}

/** Every act on one claim that takes a JSON body (design §8, "Verbs"). */
export function claimVerbs(parts: ClaimParts): ClaimVerb[] {
  const line = <Body extends { version: number; commandId: string }>(
    verb: string,
    access: Permission,
    summary: string,
    body: z.ZodType<Body>,
    act: (act: Act, body: Body) => Promise<void>,
  ): ClaimVerb => ({
    verb,
    access,
    summary,
    body,
    run: (req, res) => runVerb(parts, req, res, verb, body.parse(req.body), act),
    perform: (call, given) => {
      const parsed = body.parse(given);
      return performVerb(parts, { ...call, verb, body: parsed }, (asked) => act(asked, parsed));
    },
  });
  return [
    line('assign', 'claims.work', 'Gives the claim to somebody, or to nobody', AssignBody, assignClaim),
    line(
      'request-documents',
      'claims.work',
      'Asks the customer for documents',
      RequestDocumentsBody,
      makeRequestDocuments(parts),
    ),
    line('check', 'claims.work', 'Answers one question of the checklist', CheckBody, answerCheck),
    line(
      'propose',
      'claims.propose',
      'Puts a decision before a second person',
      ProposeBody,
      makeProposeDecision(parts),
    ),
    line(
      'approve',
      'claims.approve',
      'Approves exactly the proposal that was shown',
      ApproveBody,
      makeApproveDecision(parts),
    ),
    line('return', 'claims.approve', 'Returns a proposal for rework', ReasonBody, returnProposal),
    line('reject', 'claims.reject', 'Rejects before a proposal', RejectBody, makeRejectClaim(parts)),
    line(
      'close-waiting',
      'claims.reject',
      'Closes a claim whose papers never came, after a warning',
      CloseWaitingBody,
      makeCloseWaiting(parts),
    ),
    line(
      'withdraw',
      'claims.work',
      'The customer takes the demand back',
      ReasonBody,
      makeWithdrawClaim(parts),
    ),
    line(
      'mark-duplicate',
      'claims.work',
      'The same demand stands in another claim',
      DuplicateBody,
      markDuplicate,
    ),
    line('reopen', 'claims.work', 'Looks at a closed claim again', ReasonBody, makeReopenClaim(parts)),
    line(
      'correct-received',
      'claims.edit',
      'Corrects when the demand was received; the terms follow',
      CorrectReceivedBody,
      correctReceived,
    ),
    line(
      'authority-request',
      'claims.edit',
      'Records that an authority asked about the claim; its term begins',
      AuthorityRequestBody,
      makeRecordAuthority(parts),
    ),
    line(
      'authority-answer',
      'claims.edit',
      'Records the reasoned answer to an authority',
      AuthorityAnswerBody,
      answerAuthority,
    ),
    line(
      'authority-correction',
      'claims.edit',
      'Corrects what was recorded of an authority, with a reason; the term follows',
      AuthorityCorrectionBody,
      correctAuthority,
    ),
    line(
      'chargeback',
      'claims.approve',
      'Records that the bank took the payment back, or that the shop won the dispute',
      ChargebackBody,
      chargeBack,
    ),
    line(
      'legal-hold',
      'claims.hold',
      'Forbids or allows again that anything of the claim is erased',
      LegalHoldBody,
      holdClaim,
    ),
    line('task-done', 'claims.work', 'Ticks a task off, such as a call', TaskDoneBody, closeTask),
    line('reply', 'claims.work', 'Writes a letter to the customer', ReplyBody, makeReply(parts)),
    line(
      'explain-payment',
      'claims.work',
      'Writes to the customer why a payment did not go through',
      ExplainPaymentBody,
      makeExplainPayment(parts),
    ),
    line('note', 'claims.work', 'Leaves a note for colleagues', NoteBody, makeAddNote(parts)),
    line('goods', 'claims.work', "Records the goods' way back", GoodsBody, makeChangeGoods(parts)),
    line(
      'retry-payout',
      'claims.approve',
      'Sends a refused payout again under the same approval',
      ApproveBody,
      makeRetryPayout(parts),
    ),
  ];
}
