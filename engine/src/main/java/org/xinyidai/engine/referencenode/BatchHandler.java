package org.xinyidai.engine.referencenode;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinyidai.connectors.feedback.envelope.BatchLimits;

/** Takes batches (批次接收), and fails those that the plan draws, in the way that it draws. */
final class BatchHandler {
  private static final Logger LOG = LoggerFactory.getLogger(BatchHandler.class);

  /** Batches under way, of up to 3 MB each; more are turned away. */
  private static final int MOST_UNDER_WAY = 16;

  private final Vertx vertx;
  private final NodeDesk desk;
  private final NodeAnswers answers;
  private final Attempts attempts = new Attempts();
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile FailurePlan plan;

  BatchHandler(Vertx vertx, NodeDesk desk, NodeAnswers answers, FailurePlan plan) {
    this.vertx = vertx;
    this.desk = desk;
    this.answers = answers;
    this.plan = plan;
  }

  FailurePlan plan() {
    return plan;
  }

  /** From the next batch on. */
  void follow(FailurePlan newPlan) {
    plan = newPlan;
  }

  void take(RoutingContext call) {
    String number = call.pathParam("number");
    if (underWay.incrementAndGet() > MOST_UNDER_WAY || desk.isAway()) {
      underWay.decrementAndGet();
      Replies.plain(call, Replies.UNAVAILABLE, "the node is busy; try again");
      return;
    }
    FailurePlan now = plan;
    int attempt = attempts.next(number);
    @Nullable FailureMode mode = now.draw(number, attempt).orElse(null);
    take(call, number, mode, now)
        .onFailure(
            failure -> {
              if (!(failure instanceof StoreAway)) {
                LOG.error("batch {} failed", number, failure);
              }
              Replies.broken(call, failure);
            })
        .eventually(() -> Future.succeededFuture(underWay.decrementAndGet()));
  }

  private Future<Void> take(
      RoutingContext call, String number, @Nullable FailureMode mode, FailurePlan now) {
    if (mode == FailureMode.DROP_BEFORE) {
      return call.request().connection().close();
    }
    if (mode == FailureMode.ERROR_BEFORE) {
      Replies.plain(call, Replies.ERROR, "told to fail before keeping");
      return Future.succeededFuture();
    }
    if (mode == FailureMode.RESTART) {
      return restart().onSuccess(done -> Replies.plain(call, Replies.UNAVAILABLE, "restarted"));
    }
    byte[] bytes = call.body().buffer() == null ? new byte[0] : call.body().buffer().getBytes();
    Random random = now.random(number, -1);
    return vertx
        .executeBlocking(() -> reply(number, bytes, mode, random), false)
        .compose(reply -> late(mode, now).compose(done -> answer(call, mode, reply)));
  }

  private NodeAnswers.Reply reply(
      String number, byte[] bytes, @Nullable FailureMode mode, Random random) {
    IntPredicate takes = mode == FailureMode.HALF_KEPT ? half(random) : line -> true;
    return answers.of(number, desk.judge(number, bytes, takes), mode, random);
  }

  private static IntPredicate half(Random random) {
    List<Integer> lines =
        new ArrayList<>(IntStream.rangeClosed(1, BatchLimits.MAX_RECORDS).boxed().toList());
    Collections.shuffle(lines, random);
    Set<Integer> some = new HashSet<>(lines.subList(0, BatchLimits.MAX_RECORDS / 2));
    return some::contains;
  }

  private Future<Void> late(@Nullable FailureMode mode, FailurePlan now) {
    return mode == FailureMode.DELAY && now.delayMs() > 0
        ? vertx.timer(now.delayMs()).mapEmpty()
        : Future.succeededFuture();
  }

  private static Future<Void> answer(
      RoutingContext call, @Nullable FailureMode mode, NodeAnswers.Reply reply) {
    if (mode == FailureMode.DROP_AFTER) {
      return call.request().connection().close();
    }
    if (mode == FailureMode.ERROR_AFTER) {
      Replies.plain(call, Replies.ERROR, "told to fail after keeping");
    } else {
      Replies.send(call, reply);
    }
    return Future.succeededFuture();
  }

  /** Closes the store and opens it again. */
  Future<Void> restart() {
    return vertx.executeBlocking(
        () -> {
          desk.restart();
          return null;
        },
        false);
  }
}
