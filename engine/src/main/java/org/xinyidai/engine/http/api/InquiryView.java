package org.xinyidai.engine.http.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.inquiry.Inquiry;
import org.xinyidai.engine.inquiry.Message;
import org.xinyidai.engine.inquiry.Message.Side;
import org.xinyidai.engine.inquiry.ResponseTimes;
import org.xinyidai.engine.inquiry.Subject;
import org.xinyidai.engine.lending.LenderNames;

/** A thread as one of its sides sees it (银企问答). */
record InquiryView(
    String id,
    String uscc,
    String lender,
    TextView lenderName,
    Subject about,
    Instant openedAt,
    long unread,
    boolean awaitsAnswer,
    List<MessageView> messages) {

  /** What is asked: about a product, or about the enterprise's own demand to a lender by name. */
  record InquiryToPost(
      @Nullable AboutToPost about, @Nullable String lender, @Nullable String text) {}

  record AboutToPost(@Nullable String kind, @Nullable String id) {}

  record MessageToPost(@Nullable String text) {}

  record InquiryList(List<InquiryHead> inquiries, @Nullable String next) {}

  /** A line of the list. */
  record InquiryHead(
      String id,
      String uscc,
      String lender,
      TextView lenderName,
      Subject about,
      Instant openedAt,
      Instant lastAt,
      int messages,
      long unread,
      boolean awaitsAnswer) {
    static InquiryHead of(Inquiry inquiry, Side side, LenderNames names) {
      List<Message> messages = inquiry.messages();
      return new InquiryHead(
          inquiry.id(),
          inquiry.uscc(),
          inquiry.lender(),
          TextView.of(names.of(inquiry.lender())),
          inquiry.about(),
          inquiry.openedAt(),
          messages.get(messages.size() - 1).at(),
          messages.size(),
          inquiry.unread(side),
          inquiry.awaitsAnswer());
    }
  }

  /** A message; {@code from} is {@code enterprise} or {@code lender}. */
  record MessageView(
      int number, Instant at, String from, String text, Message.@Nullable Attachment file) {
    static MessageView of(Message message) {
      return new MessageView(
          message.number(),
          message.at(),
          message.side() == Side.ENTERPRISE ? "enterprise" : "lender",
          message.text(),
          message.file());
    }
  }

  record ResponseTimeList(List<ResponseTimeView> lenders) {}

  /** How fast a lender answers; minutes are null where it never did. */
  record ResponseTimeView(
      String lender,
      TextView lenderName,
      long inquiries,
      long answered,
      long waiting,
      @Nullable Long medianMinutes,
      @Nullable Long longestMinutes) {
    static ResponseTimeView of(ResponseTimes times, LenderNames names) {
      return new ResponseTimeView(
          times.lender(),
          TextView.of(names.of(times.lender())),
          times.inquiries(),
          times.answered(),
          times.waiting(),
          times.medianMinutes(),
          times.longestMinutes());
    }
  }

  static InquiryView of(Inquiry inquiry, Side side, LenderNames names) {
    return new InquiryView(
        inquiry.id(),
        inquiry.uscc(),
        inquiry.lender(),
        TextView.of(names.of(inquiry.lender())),
        inquiry.about(),
        inquiry.openedAt(),
        inquiry.unread(side),
        inquiry.awaitsAnswer(),
        inquiry.messages().stream().map(MessageView::of).toList());
  }
}
