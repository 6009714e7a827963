package org.xinyidai.engine.learning;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinyidai.connectors.model.ModelFile;
import org.xinyidai.connectors.model.UnreadableModel;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.Store;
import org.xinyidai.engine.store.StoreException;
import org.xinyidai.engine.store.StoreException.Category;
import org.xinyidai.models.score.Admission;
import org.xinyidai.models.score.ScoringModel;

/**
 * The models of this platform (模型库): kept in the store as files, compiled and held against their
 * own check vectors when they are loaded. One that fails never serves. The champion (冠军模型) answers
 * where no model is named.
 */
public final class ModelRegistry {
  private static final Logger LOG = LoggerFactory.getLogger(ModelRegistry.class);
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
  private static final String FILE_PREFIX = "m/";
  private static final byte[] CHAMPION = "champion".getBytes(StandardCharsets.US_ASCII);

  private final Store store;
  private final Map<String, ServingModel> serving = new ConcurrentHashMap<>();
  private volatile String champion = "";

  /** Opens the registry and loads every model; one that is refused is logged and left out. */
  public ModelRegistry(Store store) {
    this.store = store;
    for (byte[] file : files()) {
      try {
        admit(ModelFile.read(file));
      } catch (UnreadableModel | StoreException e) {
        LOG.error("a stored model does not serve: {}", e.getMessage());
      }
    }
    store
        .read(view -> view.get(Family.MODELS, CHAMPION))
        .map(id -> new String(id, StandardCharsets.US_ASCII))
        .ifPresent(id -> champion = id);
  }

  /** Whether untrusted text can be a model's id. */
  public static boolean isModelId(String text) {
    return ID.matcher(text).matches();
  }

  /**
   * Keeps a model after it has passed its check vectors; it may be asked for by its id at once.
   *
   * @throws StoreException USER when the model fails its check vectors; nothing is changed then
   */
  public void keep(ScoringModel model) {
    ServingModel admitted = admit(model);
    store.execute(
        changes -> {
          changes.put(Family.MODELS, key(model.id()), ModelFile.write(model));
          return admitted.id();
        });
  }

  /**
   * Makes a kept model the champion, from the next score on.
   *
   * @throws StoreException USER when no such model serves
   */
  public void promote(String id) {
    if (!serving.containsKey(id)) {
      throw new StoreException(
          Category.USER, "no model " + id + " serves; known are " + serving.keySet());
    }
    store.execute(
        changes -> {
          changes.put(Family.MODELS, CHAMPION, id.getBytes(StandardCharsets.US_ASCII));
          return id;
        });
    champion = id;
  }

  /** The model that answers where none is named; empty before the first was promoted. */
  public Optional<ServingModel> champion() {
    return find(champion);
  }

  /** A serving model; empty when there is none of that id. */
  public Optional<ServingModel> find(String id) {
    return Optional.ofNullable(serving.get(id));
  }

  /** The ids of all serving models in order. */
  public List<String> ids() {
    return serving.keySet().stream().sorted().toList();
  }

  private ServingModel admit(ScoringModel model) {
    Admission admission = model.admit();
    if (admission instanceof Admission.Admitted admitted) {
      ServingModel ready = new ServingModel(model, admitted.model());
      serving.put(model.id(), ready);
      return ready;
    }
    throw new StoreException(Category.USER, ((Admission.Refused) admission).reason());
  }

  private List<byte[]> files() {
    return store.read(
        view -> {
          List<byte[]> files = new ArrayList<>();
          byte[] prefix = FILE_PREFIX.getBytes(StandardCharsets.US_ASCII);
          try (Cursor cursor = view.scan(Family.MODELS, prefix)) {
            while (cursor.next()) {
              files.add(cursor.value());
            }
          }
          return files;
        });
  }

  private static byte[] key(String id) {
    if (!isModelId(id)) {
      throw new IllegalArgumentException("not a model id: " + id);
    }
    return (FILE_PREFIX + id).getBytes(StandardCharsets.US_ASCII);
  }
}
