package org.xinyidai.engine.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.engine.http.api.ScreeningBodies.ScreeningToPost;
import org.xinyidai.engine.http.call.Answer;
import org.xinyidai.engine.http.call.Call;
import org.xinyidai.engine.http.call.Endpoint;
import org.xinyidai.engine.http.call.Intake;
import org.xinyidai.engine.http.call.Json;
import org.xinyidai.engine.http.call.Workers;
import org.xinyidai.engine.http.problem.ProblemType;
import org.xinyidai.engine.http.problem.Refusal;
import org.xinyidai.engine.identity.Operation;
import org.xinyidai.engine.lead.SavedSearches;
import org.xinyidai.engine.store.Command;
import org.xinyidai.engine.store.Store;

/** Searches that a lender keeps for itself (保存的筛选). */
final class SavedSearchApi {
  private static final int LONGEST_NAME = 100;

  private final Store store;
  private final SavedSearches searches;
  private final ScreeningBodies bodies;
  private final int maxBytes;
  private final Workers workers;

  record SearchToPost(@Nullable String name, @Nullable ScreeningToPost search) {}

  /** {@code search} is a body for a screening. */
  record SearchView(String id, String name, Instant savedAt, JsonNode search) {
    static SearchView of(SavedSearches.Saved saved) {
      try {
        JsonNode search = Json.tree(Buffer.buffer(saved.question()).getBytes());
        return new SearchView(saved.id(), saved.name(), saved.savedAt(), search);
      } catch (IOException e) {
        throw new UncheckedIOException("a saved search is damaged", e);
      }
    }
  }

  record SearchList(List<SearchView> searches) {}

  record Removed(String id, boolean removed) {}

  SavedSearchApi(Backend backend, int maxBytes, Workers workers) {
    this.store = backend.platform().store();
    this.searches = backend.leads().searches();
    this.bodies = new ScreeningBodies(backend);
    this.maxBytes = maxBytes;
    this.workers = workers;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(
            Operation.POST_SAVED_SEARCH, "/saved-searches", Intake.json(maxBytes), this::post),
        Endpoint.get(Operation.LIST_SAVED_SEARCHES, "/saved-searches", this::list),
        Endpoint.get(Operation.GET_SAVED_SEARCH, "/saved-searches/{id}", this::search),
        Endpoint.post(
            Operation.REMOVE_SAVED_SEARCH,
            "/saved-searches/{id}/removal",
            Intake.none(),
            this::remove));
  }

  private Future<Answer> post(Call call) {
    SearchToPost posted = call.json(SearchToPost.class);
    String name = posted.name() == null ? "" : posted.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw Refusal.invalid(
          "name", "名称为1至" + LONGEST_NAME + "字", "a name has 1 to " + LONGEST_NAME + " characters");
    }
    ScreeningToPost search = posted.search();
    if (search == null) {
      throw Refusal.invalid("search", "请给出筛选条件", "say what is searched for");
    }
    bodies.order(search.order());
    String lender = call.access().account().organisation();
    String id = searches.newId();
    Command<Answer> change =
        changes -> {
          SavedSearches.Saved saved =
              new SavedSearches.Saved(id, name, changes.instant(), Json.write(search).toString());
          if (!searches.put(changes, lender, saved)) {
            throw Refusal.invalid(
                "name",
                "保存的筛选最多" + SavedSearches.MOST + "个，请先删除不用的",
                "at most " + SavedSearches.MOST + " saved searches; remove some first");
          }
          return Answer.created("/saved-searches/" + id, SearchView.of(saved));
        };
    Command<Answer> once = OncePerKey.of(call, Operation.POST_SAVED_SEARCH, change);
    return workers.run(
        () -> {
          bodies.asked(search, ScreeningBodies.asker(call.access().account()));
          return store.execute(once);
        });
  }

  private Future<Answer> list(Call call) {
    String lender = call.access().account().organisation();
    return workers.run(
        () ->
            Answer.json(
                new SearchList(searches.all(lender).stream().map(SearchView::of).toList())));
  }

  private Future<Answer> search(Call call) {
    String lender = call.access().account().organisation();
    String id = call.path("id");
    return workers.run(() -> Answer.json(SearchView.of(find(lender, id))));
  }

  private Future<Answer> remove(Call call) {
    String lender = call.access().account().organisation();
    String id = call.path("id");
    Command<Answer> change =
        changes -> {
          searches.remove(changes, lender, id);
          return Answer.json(new Removed(id, true));
        };
    Command<Answer> once = OncePerKey.of(call, Operation.REMOVE_SAVED_SEARCH, change);
    return workers.run(
        () -> {
          find(lender, id);
          return store.execute(once);
        });
  }

  private SavedSearches.Saved find(String lender, String id) {
    return searches.find(lender, id).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND).at("id"));
  }
}
