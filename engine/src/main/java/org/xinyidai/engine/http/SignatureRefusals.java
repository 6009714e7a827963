package org.xinyidai.engine.http;

import org.xinyidai.connectors.signature.ContentDigestField;
import org.xinyidai.connectors.signature.SignatureCheck;
import org.xinyidai.connectors.signature.SignatureFault;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;

/**
 * What a client is told whose signature does not hold (验签说明): the field and what is wrong in it.
 */
final class SignatureRefusals {
  /** What a signature is asked to have, as RFC 9421 section 5.1 says it to machines. */
  private static final String WANTED =
      "sig1=(\"@method\" \"@target-uri\" \"content-digest\");created;nonce;keyid";

  private SignatureRefusals() {}

  static Refusal of(SignatureFault fault) {
    return refusal(fault).withHeader("Accept-Signature", WANTED);
  }

  private static Refusal refusal(SignatureFault fault) {
    String input = SignatureCheck.INPUT_FIELD;
    return switch (fault) {
      case MISSING -> Refusal.of(ProblemType.SIGNATURE_MISSING).at(input);
      case UNREADABLE -> refused(input, "签名字段无法解析", "The fields of the signature cannot be read");
      case KEY_UNKNOWN ->
          refused(
              input, "keyid 不是该账户登记的公钥", "The keyid is no key that this account has registered");
      case ALGORITHM_OTHER ->
          refused(input, "alg 与登记的公钥不符", "The alg is not that of the registered key");
      case PARTS_UNCOVERED ->
          refused(
              input,
              "签名须覆盖 @method、@target-uri（或 @path 与 @query）和 content-digest",
              "The signature must cover @method, @target-uri (or @path and @query) and"
                  + " content-digest");
      case PART_ABSENT -> refused(input, "签名覆盖的内容在请求中不存在", "A covered part is not in the request");
      case CREATED_MISSING ->
          refused(input, "缺少签名时间 created", "The time of signing, created, is missing");
      case NONCE_MISSING -> refused(input, "nonce 须为8至128个字符", "A nonce has 8 to 128 characters");
      case TOO_OLD ->
          refused(
              input,
              "签名已超过" + seconds() + "秒的有效期",
              "The signature is older than " + seconds() + " seconds, or past its own end");
      case IN_FUTURE ->
          refused(
              input,
              "签名时间晚于当前时刻" + seconds() + "秒以上，请校准时钟",
              "The signature is more than " + seconds() + " seconds in the future: set the clock");
      case NOT_GENUINE ->
          refused(
              SignatureCheck.SIGNATURE_FIELD,
              "签名与请求不符：方法、地址、摘要或请求头在签名后被改动，或私钥不符",
              "The signature is not of this request: method, address, digest or a header was"
                  + " altered, or it was made by another key");
      case CONTENT_OTHER ->
          refused(
              ContentDigestField.NAME,
              "请求体与 Content-Digest 的 sha-256 摘要不符",
              "The body is not the one whose sha-256 digest stands in Content-Digest");
      case REPLAYED -> Refusal.of(ProblemType.SIGNATURE_REPLAYED).at(input);
    };
  }

  private static long seconds() {
    return SignatureCheck.WINDOW.toSeconds();
  }

  private static Refusal refused(String field, String zh, String en) {
    return Refusal.of(ProblemType.SIGNATURE_REFUSED, zh, en).at(field);
  }
}
