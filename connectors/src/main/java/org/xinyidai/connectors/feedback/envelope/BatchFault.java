package org.xinyidai.connectors.feedback.envelope;

/** Why a batch is refused as a whole (批次拒收原因), in descending precedence; nothing of it is held. */
public enum BatchFault {
  /** No envelope as published. */
  MALFORMED,
  VERSION_UNKNOWN,
  /** More lines or bytes than may be. */
  TOO_LARGE,
  /** Addressed to another node, or sent under another number than its own. */
  ADDRESSED_OTHERWISE,
  SENDER_UNKNOWN,
  /** Not signed by the sender over this header. */
  SIGNATURE_WRONG,
  /** The key of the body was not hidden for this node. */
  KEY_NOT_OURS,
  /** The body was altered, or belongs to another header. */
  BODY_ALTERED,
  /** The lines are not those whose digest was signed. */
  DIGEST_OTHER,
  /** There are more or fewer lines than the header says. */
  COUNT_OTHER,
  /** The number came before with other lines. */
  NUMBER_REUSED
}
