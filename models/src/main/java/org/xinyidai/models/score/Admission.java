package org.xinyidai.models.score;

/** Whether a model may serve (准入): it must repeat the probabilities of its own check vectors. */
public sealed interface Admission {
  /** It may. */
  record Admitted(CompiledModel model) implements Admission {}

  /** It may not; the reason is one sentence. */
  record Refused(String reason) implements Admission {}
}
