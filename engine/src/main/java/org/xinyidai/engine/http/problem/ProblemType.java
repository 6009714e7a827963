package org.xinyidai.engine.http.problem;

/** Every kind of refusal of the API (错误类型): its status, its title and what to do next. */
public enum ProblemType {
  MALFORMED_REQUEST(
      400,
      "malformed-request",
      "请求格式有误",
      "Malformed request",
      "请按接口说明修正请求后重发",
      "Correct the request by the API description and send it again"),
  INVALID_PARAMETER(
      400,
      "invalid-parameter",
      "参数取值有误",
      "Invalid parameter",
      "请修正该参数后重发",
      "Correct this parameter and send the request again"),
  UNKNOWN_PARAMETER(
      400,
      "unknown-parameter",
      "参数不存在或重复",
      "Unknown or repeated parameter",
      "请删去该参数，可用参数见 /docs",
      "Leave this parameter out; /docs lists those that exist"),
  IDEMPOTENCY_KEY_MISSING(
      400,
      "idempotency-key-missing",
      "缺少请求头 Idempotency-Key",
      "Header Idempotency-Key is missing",
      "请为每次提交生成唯一的 Idempotency-Key，重试时沿用同一个",
      "Send a unique Idempotency-Key for each submission and the same one when you retry"),
  INVALID_JSON(
      400,
      "invalid-json",
      "JSON 无法解析",
      "The JSON cannot be read",
      "请修正 JSON 后重发",
      "Correct the JSON and send it again"),
  TOKEN_MISSING(
      401,
      "token-missing",
      "未提供访问令牌",
      "No token given",
      "请加请求头 Authorization: Bearer <令牌>",
      "Send the header Authorization: Bearer <token>"),
  TOKEN_INVALID(
      401,
      "token-invalid",
      "访问令牌无效",
      "The token is not valid",
      "请核对令牌，或向管理员申请新令牌",
      "Check the token, or ask an administrator for a new one"),
  TOKEN_ENDED(
      401,
      "token-ended",
      "访问令牌已过期",
      "The token has ended",
      "请向安全管理员申请新令牌",
      "Ask the security administrator for a new one"),
  CERTIFICATE_REFUSED(
      401,
      "certificate-refused",
      "该账户须以登记的客户端证书访问",
      "This account comes with the client certificate that it is bound to",
      "请以登记的证书建立 TLS 连接；更换证书请联系安全管理员",
      "Connect by TLS with that certificate; to change it ask the security administrator"),
  SIGNATURE_MISSING(
      401,
      "signature-missing",
      "该账户的变更请求须签名",
      "Requests of this account that change something are signed",
      "请按 RFC 9421 签名，必签内容见响应头 Accept-Signature",
      "Sign by RFC 9421; the header Accept-Signature says what is to be covered"),
  SIGNATURE_REFUSED(
      401,
      "signature-refused",
      "报文签名未通过验证",
      "The signature does not hold",
      "请按说明修正后重新签名发送",
      "Correct what is named, sign anew and send again"),
  SIGNATURE_REPLAYED(
      401,
      "signature-replayed",
      "该签名已使用过",
      "This signature was used before",
      "请以新的 nonce 与 created 重新签名；重试同一业务请沿用原 Idempotency-Key",
      "Sign anew with a fresh nonce and time; a retry keeps its Idempotency-Key"),
  LOGIN_REFUSED(
      401,
      "login-refused",
      "用户名、口令或动态口令不正确",
      "The user name, password or code is not right",
      "请核对后重试；多次错误后将暂停登录一段时间，忘记口令请联系安全管理员重新邀请",
      "Check them and try again; after many wrong tries wait a while, or ask the security"
          + " administrator for a new invitation"),
  PASSWORD_EXPIRED(
      401,
      "password-expired",
      "口令已到期",
      "The password is too old",
      "请在登录时同时提交新口令 newPassword",
      "Send a newPassword along with the login"),
  CSRF(
      403,
      "csrf",
      "缺少或不符的请求头 X-CSRF-Token",
      "The header X-CSRF-Token is missing or wrong",
      "请以登录时返回的 csrf 值作为该请求头",
      "Send the csrf value that the login gave in this header"),
  NOT_VERIFIED(
      403,
      "not-verified",
      "企业尚未实名认证",
      "The enterprise is not verified",
      "请先完成实名认证：POST /api/v1/verifications",
      "Be verified first: POST /api/v1/verifications"),
  FORBIDDEN(
      403,
      "forbidden",
      "该角色无权进行此操作",
      "This role may not do this",
      "请换用有权角色的账户，权限见 /docs",
      "Use an account of a role that may; /docs names them"),
  OUT_OF_SCOPE(
      403,
      "out-of-scope",
      "该令牌的授权范围不含此操作",
      "This token is not good for this operation",
      "请换用授权范围内的令牌，或向安全管理员申请",
      "Use a token whose scope has it, or ask the security administrator"),
  NOT_FOUND(
      404,
      "not-found",
      "未找到",
      "Not found",
      "请核对地址与编号；不属于您的内容同样显示为未找到",
      "Check the address and the id; what is not yours is not found either"),
  METHOD_NOT_ALLOWED(
      405,
      "method-not-allowed",
      "该地址不支持此方法",
      "This address does not know this method",
      "请改用响应头 Allow 中的方法",
      "Use a method that the header Allow names"),
  NOT_ACCEPTABLE(
      406,
      "not-acceptable",
      "无法按所要求的格式返回",
      "Cannot answer in the wanted format",
      "请修改请求头 Accept，或将其删去",
      "Change the header Accept, or leave it out"),
  TIMED_OUT(
      408,
      "timed-out",
      "请求未在规定时间内传完",
      "The request did not arrive in time",
      "请检查网络后重发",
      "Check the network and send it again"),
  STILL_RUNNING(
      409,
      "still-running",
      "相同 Idempotency-Key 的请求仍在处理",
      "A request with the same Idempotency-Key is still running",
      "请稍候以同一请求重试",
      "Wait a moment and send the same request again"),
  BODY_TOO_LARGE(
      413,
      "body-too-large",
      "请求体过大",
      "The body is too large",
      "请拆分后分批提交",
      "Divide it and send the parts one by one"),
  URI_TOO_LONG(
      414, "uri-too-long", "地址过长", "The address is too long", "请缩短地址", "Shorten the address"),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "unsupported-media-type",
      "不支持该内容类型或编码",
      "This content type or encoding is not supported",
      "请使用接口说明中列出的 Content-Type 与 Content-Encoding",
      "Use a Content-Type and Content-Encoding that the API description lists"),
  EXPECTATION_FAILED(
      417,
      "expectation-failed",
      "无法满足请求头 Expect",
      "The header Expect cannot be met",
      "请删去请求头 Expect",
      "Leave the header Expect out"),
  INVALID_VALUE(
      422,
      "invalid-value",
      "内容校验未通过",
      "The content does not hold",
      "请修正所指字段后重发",
      "Correct the named field and send it again"),
  IDEMPOTENCY_KEY_REUSED(
      422,
      "idempotency-key-reused",
      "该 Idempotency-Key 已用于其他内容",
      "This Idempotency-Key was used for another body",
      "新内容请使用新的 Idempotency-Key",
      "Use a new Idempotency-Key for a new body"),
  TOO_OFTEN(
      429,
      "too-often",
      "请求过于频繁",
      "Too many requests",
      "请按响应头 Retry-After 稍后重试",
      "Try again after the time in the header Retry-After"),
  HEADERS_TOO_LARGE(
      431,
      "headers-too-large",
      "请求头过大",
      "The headers are too large",
      "请减少请求头",
      "Send fewer or shorter headers"),
  INTERNAL(
      500,
      "internal",
      "平台内部错误",
      "The platform failed",
      "请稍后重试；若仍出现，请将 requestId 告知管理员",
      "Try again later; if it stays, tell an administrator the requestId"),
  TOO_BUSY(
      503,
      "too-busy",
      "平台繁忙",
      "The platform is busy",
      "请按响应头 Retry-After 稍后重试",
      "Try again after the time in the header Retry-After"),
  DRAINING(
      503,
      "draining",
      "平台正在停止",
      "The platform is stopping",
      "请稍后重试，或改用其他节点",
      "Try again later, or at another node"),
  NOT_WRITABLE(
      503,
      "not-writable",
      "平台暂时不能写入",
      "The platform cannot write",
      "请运维人员检查状态目录的磁盘空间与存储日志；其间请改用其他节点",
      "The operator looks at the disk of the state folder and the log; use another node meanwhile"),
  NOT_READY(
      503,
      "not-ready",
      "所需数据或模型尚未就绪",
      "A needed model or record is not there yet",
      "请先导入数据并训练模型",
      "Ingest records and train a model first");

  private static final String PREFIX = "urn:xinyidai:problem:";

  private final int status;
  private final String slug;
  private final String titleZh;
  private final String titleEn;
  private final String nextZh;
  private final String nextEn;

  ProblemType(
      int status, String slug, String titleZh, String titleEn, String nextZh, String nextEn) {
    this.status = status;
    this.slug = slug;
    this.titleZh = titleZh;
    this.titleEn = titleEn;
    this.nextZh = nextZh;
    this.nextEn = nextEn;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The member {@code type}: a name to compare with, no address to open. */
  public String uri() {
    return PREFIX + slug;
  }

  public Bilingual title() {
    return new Bilingual(titleZh, titleEn);
  }

  /** What to do next, unless a refusal says it better. */
  public Bilingual nextStep() {
    return new Bilingual(nextZh, nextEn);
  }

  /** The type for a status that the server itself decided on; anything unknown is our own fault. */
  public static ProblemType ofStatus(int status) {
    return switch (status) {
      case 400 -> MALFORMED_REQUEST;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 408 -> TIMED_OUT;
      case 413 -> BODY_TOO_LARGE;
      case 414 -> URI_TOO_LONG;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 417 -> EXPECTATION_FAILED;
      case 431 -> HEADERS_TOO_LARGE;
      case 503 -> TOO_BUSY;
      default -> INTERNAL;
    };
  }
}
