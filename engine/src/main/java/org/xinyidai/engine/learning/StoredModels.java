package org.xinyidai.engine.learning;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xinyidai.engine.ingest.StoredJson;
import org.xinyidai.engine.store.Changes;
import org.xinyidai.engine.store.Cursor;
import org.xinyidai.engine.store.Family;
import org.xinyidai.engine.store.View;
import org.xinyidai.models.score.ModelCard;

/** Where models lie in the store (模型存储): the file, the life and the model card of each. */
final class StoredModels {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
  private static final Logger LOG = LoggerFactory.getLogger(StoredModels.class);
  private static final String FILE = "m/";
  private static final String ENTRY = "s/";
  private static final String CARD = "c/";

  private StoredModels() {}

  static boolean isModelId(String text) {
    return ID.matcher(text).matches();
  }

  /** All model files by id, as they lie there. */
  static Map<String, byte[]> files(View view) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Cursor cursor = view.scan(Family.MODELS, FILE.getBytes(US_ASCII))) {
      while (cursor.next()) {
        files.put(new String(cursor.key(), US_ASCII).substring(FILE.length()), cursor.value());
      }
    }
    return files;
  }

  static Optional<byte[]> file(Changes changes, String id) {
    return changes.get(Family.MODELS, key(FILE, id));
  }

  static void putFile(Changes changes, String id, byte[] file) {
    changes.put(Family.MODELS, key(FILE, id), file);
  }

  /** All lives that can be read, by id. */
  static Map<String, ModelEntry> entries(View view) {
    Map<String, ModelEntry> entries = new LinkedHashMap<>();
    try (Cursor cursor = view.scan(Family.MODELS, ENTRY.getBytes(US_ASCII))) {
      while (cursor.next()) {
        try {
          ModelEntry entry = StoredJson.read(cursor.value(), ModelEntry.class);
          entries.put(entry.id(), entry);
        } catch (UncheckedIOException e) {
          // Its model is then a candidate that no one vouches for, and never the champion.
          LOG.error("a stored model's life cannot be read: {}", e.getMessage());
        }
      }
    }
    return entries;
  }

  static void putEntry(Changes changes, ModelEntry entry) {
    changes.put(Family.MODELS, key(ENTRY, entry.id()), StoredJson.write(entry));
  }

  /** All model cards that can be read, by id. */
  static Map<String, ModelCard> cards(View view) {
    Map<String, ModelCard> cards = new LinkedHashMap<>();
    try (Cursor cursor = view.scan(Family.MODELS, CARD.getBytes(US_ASCII))) {
      while (cursor.next()) {
        try {
          ModelCard card = StoredJson.read(cursor.value(), ModelCard.class);
          cards.put(card.modelId(), card);
        } catch (UncheckedIOException e) {
          // Its model is then without a card, and cannot become champion before it has another.
          LOG.error("a stored model card cannot be read: {}", e.getMessage());
        }
      }
    }
    return cards;
  }

  static void putCard(Changes changes, ModelCard card) {
    changes.put(Family.MODELS, key(CARD, card.modelId()), StoredJson.write(card));
  }

  private static byte[] key(String prefix, String id) {
    if (!isModelId(id)) {
      throw new IllegalArgumentException("not a model id: " + id);
    }
    return (prefix + id).getBytes(US_ASCII);
  }
}
