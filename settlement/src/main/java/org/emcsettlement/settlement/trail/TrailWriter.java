package org.emcsettlement.settlement.trail;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.core.quantity.Rational;

/** Writes a trail as canonical JSON in one pass: members in code-unit order, no white space. */
final class TrailWriter {

  private static final int BYTES_PER_NODE = 160;

  // encoded once: a trail repeats its member names thousands of times
  private static final SerializedString CLAUSE = new SerializedString("clause");
  private static final SerializedString CURRENCY = new SerializedString(Operation.CURRENCY);
  private static final SerializedString DIFFERENCE = new SerializedString("difference");
  private static final SerializedString EXPONENT = new SerializedString(Operation.EXPONENT);
  private static final SerializedString ID = new SerializedString("id");
  private static final SerializedString IN = new SerializedString("in");
  private static final SerializedString INDEX = new SerializedString(Operation.INDEX);
  private static final SerializedString KIND = new SerializedString("kind");
  private static final SerializedString MODE = new SerializedString(Operation.MODE);
  private static final SerializedString NAME = new SerializedString("name");
  private static final SerializedString OP = new SerializedString("op");
  private static final SerializedString PERIOD = new SerializedString(Operation.PERIOD);
  private static final SerializedString RELATION = new SerializedString(Operation.RELATION);
  private static final SerializedString SCALE = new SerializedString(Operation.SCALE);
  private static final SerializedString SCOPE = new SerializedString("scope");
  private static final SerializedString SOURCE = new SerializedString("source");
  private static final SerializedString UNIT = new SerializedString("unit");
  private static final SerializedString VALUE = new SerializedString("value");

  private final Map<String, SerializedString> encoded = new HashMap<>();

  byte[] write(Trail trail) {
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(BYTES_PER_NODE * (trail.nodes().size() + 1));
    try (JsonGenerator json = Json.writer().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeArrayFieldStart("nodes");
      for (Node node : trail.nodes()) {
        write(json, node, trail);
      }
      json.writeEndArray();
      json.writeNumberField("schemaVersion", 1);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private void write(JsonGenerator json, Node node, Trail trail) throws IOException {
    json.writeStartObject();
    repeated(json, CLAUSE, node.clause());
    attribute(json, node, CURRENCY);
    if (node.kind() == NodeKind.ROUNDING) {
      Rational exact = trail.node(node.inputs().get(0)).value();
      json.writeFieldName(DIFFERENCE);
      json.writeString(node.value().minus(exact).toString());
    }
    attribute(json, node, EXPONENT);
    json.writeFieldName(ID);
    json.writeString(node.label());
    if (node.operation().isPresent()) {
      json.writeFieldName(IN);
      json.writeStartArray();
      for (int input : node.inputs()) {
        json.writeString("n" + input);
      }
      json.writeEndArray();
    }
    attribute(json, node, INDEX);
    repeated(json, KIND, node.kind().name());
    attribute(json, node, MODE);
    json.writeFieldName(NAME);
    json.writeString(node.name());
    if (node.operation().isPresent()) {
      repeated(json, OP, node.operation().get().name());
    }
    attribute(json, node, PERIOD);
    attribute(json, node, RELATION);
    attribute(json, node, SCALE);
    unlessEmpty(json, SCOPE, node.scope());
    unlessEmpty(json, SOURCE, node.source());
    if (!node.unit().isEmpty()) {
      repeated(json, UNIT, node.unit());
    }
    json.writeFieldName(VALUE);
    json.writeString(node.text());
    json.writeEndObject();
  }

  private static void attribute(JsonGenerator json, Node node, SerializedString name)
      throws IOException {
    String value = node.attributes().get(name.getValue());
    if (value != null) {
      json.writeFieldName(name);
      json.writeString(value);
    }
  }

  private static void unlessEmpty(JsonGenerator json, SerializedString name, String value)
      throws IOException {
    if (!value.isEmpty()) {
      json.writeFieldName(name);
      json.writeString(value);
    }
  }

  /** A value of which a trail holds few different ones, none with characters to escape. */
  private void repeated(JsonGenerator json, SerializedString name, String value)
      throws IOException {
    json.writeFieldName(name);
    json.writeString(encoded.computeIfAbsent(value, SerializedString::new));
  }
}
