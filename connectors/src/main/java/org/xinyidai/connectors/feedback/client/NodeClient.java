package org.xinyidai.connectors.feedback.client;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.xinyidai.connectors.feedback.BatchAnswer;
import org.xinyidai.connectors.feedback.NodeFailure;
import org.xinyidai.connectors.feedback.NodeFailure.Category;
import org.xinyidai.connectors.feedback.ReceivedPage;
import org.xinyidai.connectors.feedback.RecordAnswer;
import org.xinyidai.connectors.feedback.ResultNode;
import org.xinyidai.connectors.feedback.envelope.AnswerJson;
import org.xinyidai.connectors.feedback.envelope.AnswerSeal;
import org.xinyidai.connectors.feedback.envelope.BatchFault;
import org.xinyidai.connectors.feedback.envelope.BatchLimits;
import org.xinyidai.connectors.feedback.envelope.EnvelopeJson;
import org.xinyidai.connectors.feedback.envelope.PageJson;
import org.xinyidai.connectors.feedback.envelope.PartyCard;
import org.xinyidai.connectors.feedback.envelope.RefusalJson;
import org.xinyidai.connectors.feedback.envelope.SealedBatch;

/**
 * A node over HTTP with TLS on both sides (回传连接器, B12, B13). Nothing that it says is believed
 * before its signature is checked; nothing is sent twice here.
 */
public final class NodeClient implements ResultNode {
  private static final int OK = 200;
  private static final int BAD = 400;
  private static final int TOO_MANY = 429;
  private static final int SERVER = 500;
  private static final int CHALLENGE_BYTES = 16;
  private static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");

  private final Vertx vertx;
  private final NodeAddress address;
  private final String sender;
  private final PartyCard node;
  private final SecureRandom random;
  private final WebClient client;

  /**
   * @param sender code of the platform
   * @param node whose signatures are believed
   */
  public NodeClient(
      Vertx vertx, NodeAddress address, String sender, PartyCard node, SecureRandom random) {
    this.vertx = vertx;
    this.address = address;
    this.sender = sender;
    this.node = node;
    this.random = random;
    PoolOptions pool =
        new PoolOptions()
            .setHttp1MaxSize(address.connections())
            .setMaxWaitQueueSize(NodeAddress.WAITING);
    client = WebClient.create(vertx, options(address), pool);
  }

  private static WebClientOptions options(NodeAddress address) {
    WebClientOptions options =
        new WebClientOptions()
            .setConnectTimeout(Math.toIntExact(address.connectWithin().toMillis()))
            .setFollowRedirects(false)
            .setUserAgent("xinyidai")
            .setDefaultHost(address.base().getHost())
            .setDefaultPort(address.port());
    NodeAddress.Tls tls = address.tls();
    if (tls != null) {
      options
          .setSsl(true)
          .setVerifyHost(true)
          .setEnabledSecureTransportProtocols(new LinkedHashSet<>(VERSIONS))
          .setKeyCertOptions(
              new PemKeyCertOptions()
                  .setKeyPath(tls.key().toString())
                  .setCertPath(tls.certificate().toString()))
          .setTrustOptions(new PemTrustOptions().addCertPath(tls.authorities().toString()));
    }
    return options;
  }

  @Override
  public String code() {
    return node.code();
  }

  @Override
  public Future<BatchAnswer> send(SealedBatch batch) {
    return vertx
        .executeBlocking(() -> EnvelopeJson.write(batch.envelope()), false)
        .compose(
            bytes ->
                bounded(client.post("/v1/batches/" + batch.number()), BatchLimits.MAX_ANSWER_BYTES)
                    .putHeader("Content-Type", "application/json")
                    .sendBuffer(Buffer.buffer(bytes)))
        .compose(response -> vertx.executeBlocking(() -> answer(batch, response), false))
        .recover(failure -> Future.failedFuture(Categories.of(node.code(), failure)));
  }

  private BatchAnswer answer(SealedBatch batch, HttpResponse<Buffer> response) throws NodeFailure {
    byte[] body = bytes(response);
    int status = response.statusCode();
    boolean genuine = isGenuine(batch.number(), body, response);
    if (status == OK) {
      Optional<AnswerJson.Said> said = genuine ? AnswerJson.read(body) : Optional.empty();
      return said.filter(one -> isOf(batch, one))
          .map(one -> BatchAnswer.matched(batch.number(), batch.ids(), one.records()))
          .orElseGet(
              () ->
                  BatchAnswer.unknown(
                      batch.number(), batch.ids(), RecordAnswer.ANSWER_NOT_GENUINE));
    }
    if (genuine && status >= BAD && status < SERVER && status != TOO_MANY) {
      String code = RefusalJson.read(body).map(BatchFault::name).orElse("HTTP_" + status);
      throw new NodeFailure(
          Category.REFUSED, code, node.code() + " refused batch " + batch.number() + ": " + code);
    }
    throw Categories.ofStatus(node.code(), status);
  }

  private boolean isOf(SealedBatch batch, AnswerJson.Said said) {
    return said.node().equals(node.code())
        && said.batch().equals(batch.number())
        && said.digest().equals(batch.envelope().header().digest());
  }

  @Override
  public Future<ReceivedPage> received(LocalDate day, String after) {
    byte[] drawn = new byte[CHALLENGE_BYTES];
    random.nextBytes(drawn);
    String challenge = HexFormat.of().formatHex(drawn);
    String query =
        "?sender=%s&day=%s&after=%s&challenge=%s"
            .formatted(sender, day, URLEncoder.encode(after, StandardCharsets.UTF_8), challenge);
    String question = AnswerSeal.listing(sender, day, after, challenge);
    return bounded(client.get("/v1/received" + query), BatchLimits.MAX_PAGE_BYTES)
        .send()
        .compose(response -> vertx.executeBlocking(() -> page(day, question, response), false))
        .recover(failure -> Future.failedFuture(Categories.of(node.code(), failure)));
  }

  private ReceivedPage page(LocalDate day, String question, HttpResponse<Buffer> response)
      throws NodeFailure {
    if (response.statusCode() != OK) {
      throw Categories.ofStatus(node.code(), response.statusCode());
    }
    byte[] body = bytes(response);
    Optional<ReceivedPage> page =
        isGenuine(question, body, response) ? PageJson.read(body) : Optional.empty();
    return page.filter(one -> one.day().equals(day))
        .orElseThrow(
            () ->
                new NodeFailure(
                    Category.UNKNOWN,
                    RecordAnswer.ANSWER_NOT_GENUINE,
                    node.code() + ": the list is not signed by the node"));
  }

  private HttpRequest<Buffer> bounded(HttpRequest<Buffer> request, int mostBytes) {
    return request
        .connectTimeout(address.connectWithin().toMillis())
        .timeout(address.answerWithin().toMillis())
        .as(new BoundedBody(mostBytes));
  }

  private boolean isGenuine(String question, byte[] body, HttpResponse<Buffer> response) {
    String signature = response.getHeader(AnswerSeal.FIELD);
    return signature != null && AnswerSeal.isGenuine(node, question, body, signature);
  }

  private static byte[] bytes(HttpResponse<Buffer> response) {
    Buffer body = response.body();
    return body == null ? new byte[0] : body.getBytes();
  }

  @Override
  public void close() {
    client.close();
  }
}
