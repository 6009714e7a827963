package org.xinyidai.connectors.feedback;

import io.vertx.core.Future;
import java.time.LocalDate;
import org.xinyidai.connectors.feedback.envelope.SealedBatch;

/**
 * A node to which results are returned (回传节点): the regional or the national one. The port behind
 * which the connector and the fakes of tests stand. Nothing is sent twice here: who calls decides
 * when to try again.
 */
public interface ResultNode extends AutoCloseable {
  /** Names the node, such as {@code national}; part of every batch for it. */
  String code();

  /**
   * Sends a batch.
   *
   * @return one answer for each result. A whole answer that is not signed by the node makes each
   *     unknown. Fails with {@link NodeFailure} and nothing else
   */
  Future<BatchAnswer> send(SealedBatch batch);

  /**
   * A page of what the node holds, for daily reconciliation. The list is signed by the node.
   *
   * @param day on which the results were reported to the platform, in China
   * @param after {@link ReceivedPage#next} of the page before; empty for the first
   * @return fails with {@link NodeFailure} and nothing else
   */
  Future<ReceivedPage> received(LocalDate day, String after);

  /** Ends what is under way. */
  @Override
  void close();
}
