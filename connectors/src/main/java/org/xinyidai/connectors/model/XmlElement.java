package org.xinyidai.connectors.model;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a model file from elsewhere (XML元素), read without document types and entities and
 * within bounds, since nobody vouches for the file yet.
 */
final class XmlElement {
  /** Four thousand trees of depth six stay below, and a card of a thousand characteristics. */
  private static final int MOST_ELEMENTS = 1_000_000;

  /** PMML nests a dozen deep, trees in it as deep as they are. */
  private static final int DEEPEST = 200;

  private final String name;
  private final Map<String, String> attributes;
  private final List<XmlElement> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private XmlElement(String name, Map<String, String> attributes) {
    this.name = name;
    this.attributes = attributes;
  }

  /**
   * The root of a document.
   *
   * @throws UnreadableModel when it is not well-formed, has a document type or passes the bounds
   */
  static XmlElement parse(byte[] file) throws UnreadableModel {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(file));
      return read(reader);
    } catch (XMLStreamException e) {
      throw new UnreadableModel("not an XML file without entities; export it again", e);
    }
  }

  private static XmlElement read(XMLStreamReader reader)
      throws XMLStreamException, UnreadableModel {
    List<XmlElement> open = new ArrayList<>();
    int elements = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new UnreadableModel("document types and entities are not taken; leave them out");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (++elements > MOST_ELEMENTS || open.size() >= DEEPEST) {
          throw new UnreadableModel(
              "more than %d elements, or nested deeper than %d".formatted(MOST_ELEMENTS, DEEPEST));
        }
        XmlElement element = new XmlElement(reader.getLocalName(), attributes(reader));
        if (!open.isEmpty()) {
          open.get(open.size() - 1).children.add(element);
        }
        open.add(element);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        XmlElement closed = open.remove(open.size() - 1);
        if (open.isEmpty()) {
          return closed;
        }
      } else if (reader.isCharacters() && !open.isEmpty()) {
        open.get(open.size() - 1).text.append(reader.getText());
      }
    }
    throw new UnreadableModel("the file has no element; export it again");
  }

  private static Map<String, String> attributes(XMLStreamReader reader) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return attributes;
  }

  String name() {
    return name;
  }

  String text() {
    return text.toString().strip();
  }

  List<XmlElement> children() {
    return children;
  }

  List<XmlElement> children(String wanted) {
    return children.stream().filter(child -> child.name.equals(wanted)).toList();
  }

  Optional<XmlElement> find(String wanted) {
    return children(wanted).stream().findFirst();
  }

  XmlElement child(String wanted) throws UnreadableModel {
    return find(wanted)
        .orElseThrow(() -> new UnreadableModel(name + " lacks the element " + wanted));
  }

  Optional<String> attribute(String wanted) {
    return Optional.ofNullable(attributes.get(wanted));
  }

  String text(String wanted) throws UnreadableModel {
    return attribute(wanted)
        .orElseThrow(() -> new UnreadableModel(name + " lacks the attribute " + wanted));
  }

  double number(String wanted) throws UnreadableModel {
    return number(text(wanted), name + " " + wanted);
  }

  static double number(String text, String of) throws UnreadableModel {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new UnreadableModel(of + " is no number: " + text, e);
    }
  }
}
