package org.xinyidai.engine.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xinyidai.engine.http.LoanParties.ok;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinyidai.engine.identity.Organisation;
import org.xinyidai.engine.identity.Organisations;
import org.xinyidai.engine.notice.Notice;
import org.xinyidai.engine.notice.Notices;

/** What is for a branch is found there, beside what is for its lender as a whole. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BranchNoticeJourneyTest {
  private static final String NOTICES = "/api/v1/notifications";
  private static final Instant MORNING = Instant.parse("2024-07-01T01:00:00Z");

  @TempDir Path folder;
  private RunningServer server;
  private Organisations organisations;
  private String branch;
  private String inBranch;
  private String inHead;

  @BeforeEach
  void start() {
    server = RunningServer.in(folder);
    organisations = new Organisations(server.backend.platform().store(), new SecureRandom());
    String head = add("城商行", null);
    branch = add("城东支行", head);
    inHead = token(head);
    inBranch = token(branch);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void its_people_find_both_in_order_and_those_of_the_head_find_what_is_for_all() {
    tell("城商行", 1);
    tell(branch, 2);
    tell("城商行", 3);
    assertEquals(List.of("3", "2", "1"), cases(inBranch, "?limit=10"));
    assertEquals(List.of("3", "1"), cases(inHead, "?limit=10"));
    JsonNode page = ok(200, server.getAs(inBranch, NOTICES + "?limit=2"));
    assertEquals(3, page.path("unread").asInt());
    assertEquals(List.of("1"), cases(inBranch, "?after=" + page.path("next").asText()));

    String ofBranch = page.at("/notices/1/id").asText();
    assertEquals(404, read(inHead, ofBranch));
    assertEquals(200, read(inBranch, ofBranch));
    assertEquals(2, ok(200, server.getAs(inBranch, NOTICES)).path("unread").asInt());
    assertEquals(2, ok(200, server.getAs(inHead, NOTICES)).path("unread").asInt());
  }

  private int read(String token, String id) {
    return server.postAs(token, NOTICES + "/" + id + "/read", "application/json", "").statusCode();
  }

  private void tell(String box, int minute) {
    Notices notices = server.backend.platform().notices();
    Notice notice =
        new Notice(
            box,
            Notice.Kind.APPLICATION_REMINDER,
            MORNING.plusSeconds(60L * minute),
            String.valueOf(minute),
            "",
            new Notice.Words("请督促办理", "see to it"));
    server
        .backend
        .platform()
        .store()
        .execute(
            changes -> {
              notices.put(changes, notice);
              return box;
            });
  }

  private List<String> cases(String token, String query) {
    List<String> cases = new ArrayList<>();
    for (JsonNode one : ok(200, server.getAs(token, NOTICES + query)).path("notices")) {
      cases.add(one.path("caseId").asText());
    }
    return cases;
  }

  private String add(String name, @Nullable String parent) {
    Organisation fresh = organisations.prepare(Organisation.Kind.BANK, name, parent, null);
    server.backend.platform().store().execute(changes -> organisations.put(changes, fresh));
    return fresh.id();
  }

  private String token(String unit) {
    Organisations.Standing standing =
        organisations.standing(organisations.find(unit).orElseThrow());
    return server.backend.accounts().issue("某人", standing).token().reveal();
  }
}
