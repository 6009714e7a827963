package org.xinyidai.engine.market;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.models.financing.Demand;
import org.xinyidai.models.financing.DemandId;
import org.xinyidai.models.match.LoanRequest;
import org.xinyidai.models.product.Purpose;
import org.xinyidai.models.subject.Uscc;

/** The demands that enterprises posted (融资需求库). Requirement B1. */
public final class Demands {
  private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

  private final Store store;

  public Demands(Store store) {
    this.store = store;
  }

  /** Keeps a demand; durable when it returns. */
  public void post(Demand demand) {
    store.execute(
        changes -> {
          put(changes, demand);
          return demand.id();
        });
  }

  /** Keeps a demand as a part of a larger change. */
  public void put(Changes changes, Demand demand) {
    changes.put(Family.DEMANDS, key(demand.id()), write(demand));
  }

  /** The demand of an id; empty when there is none. */
  public Optional<Demand> find(DemandId id) {
    return store.read(view -> view.get(Family.DEMANDS, key(id))).map(bytes -> read(id, bytes));
  }

  private static byte[] key(DemandId id) {
    return id.value().getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] write(Demand demand) {
    LoanRequest request = demand.request();
    try {
      return JSON.writeValueAsBytes(
          new Stored(
              demand.uscc().value(),
              request.amountFen(),
              request.termMonths(),
              request.purpose().code(),
              request.maxAnnualRateBp(),
              demand.postedOn().toEpochDay(),
              demand.declared()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a demand cannot be written", e);
    }
  }

  private static Demand read(DemandId id, byte[] bytes) {
    try {
      Stored stored = JSON.readValue(bytes, Stored.class);
      LoanRequest request =
          new LoanRequest(
              stored.amountFen(),
              stored.termMonths(),
              Purpose.ofCode(stored.purpose()).orElseThrow(),
              stored.maxAnnualRateBp());
      return new Demand(
          id,
          new Uscc(stored.uscc()),
          request,
          LocalDate.ofEpochDay(stored.postedOnEpochDay()),
          stored.declared());
    } catch (IOException e) {
      throw new IllegalStateException("stored demand " + id + " cannot be read", e);
    }
  }

  /** The stored form; fields are added, never renamed. */
  private record Stored(
      String uscc,
      long amountFen,
      int termMonths,
      String purpose,
      int maxAnnualRateBp,
      long postedOnEpochDay,
      Map<String, Double> declared) {}
}
