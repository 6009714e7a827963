package org.xinyidai.engine.http.api;

import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.api.InquiryView.InquiryHead;
import org.xinyidai.engine.http.api.InquiryView.InquiryList;
import org.xinyidai.engine.http.api.InquiryView.InquiryToPost;
import org.xinyidai.engine.http.api.InquiryView.MessageToPost;
import org.xinyidai.engine.http.api.InquiryView.ResponseTimeList;
import org.xinyidai.engine.http.api.InquiryView.ResponseTimeView;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Access;
import org.xinyidai.engine.identity.Account;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.identity.RandomId;
import org.xinyidai.engine.identity.Role;
import org.xinyidai.engine.inquiry.Inquiries;
import org.xinyidai.engine.inquiry.Inquiries.Said;
import org.xinyidai.engine.inquiry.Inquiries.Speaker;
import org.xinyidai.engine.inquiry.Inquiry;
import org.xinyidai.engine.inquiry.Message;
import org.xinyidai.engine.inquiry.Message.Side;
import org.xinyidai.engine.inquiry.Subject;
import org.xinyidai.engine.lending.LenderNames;
import org.xinyidai.engine.platform.Platform;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Command;

/** Questions of enterprises and answers of lenders (银企问答, B6); each side finds its own threads. */
final class InquiryApi {
  private static final int ID_BYTES = 12;
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 500;

  private final Backend backend;
  private final Inquiries inquiries;
  private final InquirySubjects subjects;
  private final LenderNames names;
  private final int maxBytes;
  private final SecureRandom random;
  private final Workers workers;

  InquiryApi(Backend backend, int maxBytes, SecureRandom random, Workers workers) {
    Platform platform = backend.platform();
    this.backend = backend;
    this.inquiries = new Inquiries(platform.store(), platform.notices());
    this.subjects = new InquirySubjects(backend);
    this.names = backend.loans().names();
    this.maxBytes = maxBytes;
    this.random = random;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    Intake json = Intake.json(maxBytes);
    Intake files = UploadedFile.intake();
    return List.of(
        Endpoint.post(Operation.POST_INQUIRY, "/inquiries", json, this::open),
        Endpoint.get(Operation.LIST_INQUIRIES, "/inquiries", this::list)
            .withQuery("after", "limit"),
        Endpoint.get(Operation.GET_RESPONSE_TIMES, "/inquiries/response-times", this::times),
        Endpoint.get(Operation.GET_INQUIRY, "/inquiries/{id}", this::inquiry),
        Endpoint.post(Operation.POST_MESSAGE, "/inquiries/{id}/messages", json, this::say),
        Endpoint.post(Operation.POST_INQUIRY_FILE, "/inquiries/{id}/files", files, this::send)
            .withQuery("name"),
        Endpoint.get(Operation.GET_INQUIRY_FILE, "/inquiries/{id}/files/{number}", this::file)
            .producing(UploadedFile.types().toArray(String[]::new)),
        Endpoint.post(
            Operation.MARK_INQUIRY_READ, "/inquiries/{id}/read", Intake.none(), this::read));
  }

  private Future<Answer> open(Call call) {
    InquiryToPost posted = call.json(InquiryToPost.class);
    Account account = call.access().account();
    String text = text(posted.text());
    Subject about = subjects.parse(posted.about());
    String id = "q-" + RandomId.digits(random, ID_BYTES);
    return workers.run(
        () -> {
          InquirySubjects.Sides sides = subjects.sides(about, posted.lender(), account);
          Command<Answer> change =
              changes -> {
                Inquiry fresh = inquiries.open(changes, id, sides.uscc(), sides.lender(), about);
                Inquiry asked = inquiries.add(changes, fresh, speaker(account), Said.words(text));
                return Answer.created("/inquiries/" + id, view(asked, account));
              };
          return backend
              .platform()
              .store()
              .execute(OncePerKey.of(call, Operation.POST_INQUIRY, change));
        });
  }

  private Future<Answer> list(Call call) {
    Account account = call.access().account();
    String after = call.query("after").orElse("");
    int limit = call.number("limit", USUAL_PAGE, 1, LARGEST_PAGE);
    return workers.run(
        () -> {
          List<Inquiry> page = inquiries.page(account.organisation(), after, limit);
          return Answer.json(
              new InquiryList(
                  page.stream().map(one -> InquiryHead.of(one, side(account), names)).toList(),
                  page.size() < limit ? null : page.get(limit - 1).id()));
        });
  }

  private Future<Answer> times(Call call) {
    Access access = call.access();
    return workers.run(
        () ->
            Answer.json(
                new ResponseTimeList(
                    inquiries.responseTimes().stream()
                        .filter(times -> access.covers(times.lender()))
                        .map(times -> ResponseTimeView.of(times, names))
                        .toList())));
  }

  private Future<Answer> inquiry(Call call) {
    Account account = call.access().account();
    String id = call.path("id");
    return workers.run(() -> Answer.json(view(find(id, account), account)));
  }

  private Future<Answer> say(Call call) {
    String text = text(call.json(MessageToPost.class).text());
    return add(call, Operation.POST_MESSAGE, Said.words(text));
  }

  private Future<Answer> send(Call call) {
    UploadedFile file = UploadedFile.of(call);
    return add(
        call, Operation.POST_INQUIRY_FILE, Said.file(file.name(), file.kind(), file.bytes()));
  }

  private Future<Answer> add(Call call, Operation operation, Said said) {
    Account account = call.access().account();
    String id = call.path("id");
    Command<Answer> change =
        changes -> {
          Inquiry inquiry = current(changes, id, account);
          if (!inquiry.hasRoom()) {
            throw Refusal.of(
                    ProblemType.INVALID_VALUE,
                    "本咨询已满" + Inquiry.MAX_MESSAGES + "条，请另开一个",
                    "This thread is full: open another")
                .at("id");
          }
          Inquiry longer = inquiries.add(changes, inquiry, speaker(account), said);
          return Answer.created("/inquiries/" + id, view(longer, account));
        };
    Command<Answer> once = OncePerKey.of(call, operation, change);
    return workers.run(() -> backend.platform().store().execute(once));
  }

  private Future<Answer> file(Call call) {
    Account account = call.access().account();
    String id = call.path("id");
    String number = call.path("number");
    return workers.run(
        () -> {
          Inquiry inquiry = find(id, account);
          Message message =
              Optional.of(number)
                  .filter(text -> text.matches("[0-9]{1,4}"))
                  .flatMap(text -> inquiry.message(Integer.parseInt(text)))
                  .orElseThrow(() -> notFound("number"));
          Message.@Nullable Attachment file = message.file();
          byte[] bytes =
              inquiries.file(inquiry, message.number()).orElseThrow(() -> notFound("number"));
          String type = file == null ? "" : file.contentType();
          return Answer.file(type, "file-" + message.number(), bytes);
        });
  }

  private Future<Answer> read(Call call) {
    Account account = call.access().account();
    String id = call.path("id");
    Command<Answer> change =
        changes ->
            Answer.json(
                view(
                    inquiries.read(changes, current(changes, id, account), side(account)),
                    account));
    Command<Answer> once = OncePerKey.of(call, Operation.MARK_INQUIRY_READ, change);
    return workers.run(() -> backend.platform().store().execute(once));
  }

  private Inquiry current(Changes changes, String id, Account account) {
    return inquiries
        .find(changes, id)
        .filter(inquiry -> isSideOf(inquiry, account))
        .orElseThrow(() -> notFound("id"));
  }

  private Inquiry find(String id, Account account) {
    return inquiries
        .find(id)
        .filter(inquiry -> isSideOf(inquiry, account))
        .orElseThrow(() -> notFound("id"));
  }

  private InquiryView view(Inquiry inquiry, Account account) {
    return InquiryView.of(inquiry, side(account), names);
  }

  private static boolean isSideOf(Inquiry inquiry, Account account) {
    return account.role() == Role.BANK
        ? inquiry.lender().equals(account.organisation())
        : inquiry.uscc().equals(account.organisation());
  }

  private static Speaker speaker(Account account) {
    return new Speaker(side(account), account.id());
  }

  private static Side side(Account account) {
    return account.role() == Role.BANK ? Side.LENDER : Side.ENTERPRISE;
  }

  private static String text(@Nullable String posted) {
    String text = posted == null ? "" : posted.strip();
    if (text.isEmpty() || text.length() > Message.MAX_TEXT) {
      throw Refusal.of(
              ProblemType.INVALID_VALUE,
              "请填写内容，不超过" + Message.MAX_TEXT + "字",
              "Write something, at most " + Message.MAX_TEXT + " characters")
          .at("text");
    }
    return text;
  }

  private static Refusal notFound(String field) {
    return Refusal.of(ProblemType.NOT_FOUND).at(field);
  }
}
