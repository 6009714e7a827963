package org.xinyidai.engine.http;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.xinyidai.connectors.signature.SignatureCheck.Genuine;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.store.Act;

/** Looks at a signed body once it is here (报文内容核验), before anything is done with it. */
final class SignedContent implements Handler<RoutingContext> {
  private static final String SIGNED = "xinyidai.signed";

  private final Operation operation;
  private final Proofs proofs;
  private final Workers workers;

  SignedContent(Operation operation, Proofs proofs, Workers workers) {
    this.operation = operation;
    this.proofs = proofs;
    this.workers = workers;
  }

  /** Notes a signature whose content is still to come. */
  static void note(RoutingContext context, Genuine signed) {
    context.put(SIGNED, signed);
  }

  @Override
  public void handle(RoutingContext context) {
    Optional<Genuine> signed = Optional.ofNullable(context.get(SIGNED));
    if (signed.isEmpty()) {
      context.next();
      return;
    }
    Account account = Call.admitted(context).orElseThrow().account();
    Buffer body = Optional.ofNullable(context.body().buffer()).orElseGet(Buffer::buffer);
    Act act = Reads.act(operation, context);
    act.during(() -> workers.run(() -> complete(account, context, signed.get(), body)))
        .onSuccess(done -> context.next())
        .onFailure(context::fail);
  }

  private boolean complete(Account account, RoutingContext context, Genuine signed, Buffer body) {
    proofs.complete(account, context.request(), signed, body.getBytes());
    return true;
  }
}
