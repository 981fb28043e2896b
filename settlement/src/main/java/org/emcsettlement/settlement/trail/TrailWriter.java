package org.emcsettlement.settlement.trail;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.emcsettlement.core.json.Json;
import org.emcsettlement.core.quantity.Rational;

/** Writes a trail as canonical JSON in one pass: members in code-unit order, no white space. */
final class TrailWriter {

  private static final int BYTES_PER_NODE = 160;

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

  private static void write(JsonGenerator json, Node node, Trail trail) throws IOException {
    json.writeStartObject();
    json.writeStringField("clause", node.clause());
    attribute(json, node, Operation.CURRENCY);
    if (node.kind() == NodeKind.ROUNDING) {
      Rational exact = trail.node(node.inputs().get(0)).value();
      json.writeStringField("difference", node.value().minus(exact).toString());
    }
    attribute(json, node, Operation.EXPONENT);
    json.writeStringField("id", node.label());
    if (node.operation().isPresent()) {
      json.writeArrayFieldStart("in");
      for (int input : node.inputs()) {
        json.writeString("n" + input);
      }
      json.writeEndArray();
    }
    attribute(json, node, Operation.INDEX);
    json.writeStringField("kind", node.kind().name());
    attribute(json, node, Operation.MODE);
    json.writeStringField("name", node.name());
    if (node.operation().isPresent()) {
      json.writeStringField("op", node.operation().get().name());
    }
    attribute(json, node, Operation.PERIOD);
    attribute(json, node, Operation.RELATION);
    attribute(json, node, Operation.SCALE);
    text(json, "scope", node.scope());
    text(json, "source", node.source());
    text(json, "unit", node.unit());
    json.writeStringField("value", node.text());
    json.writeEndObject();
  }

  private static void attribute(JsonGenerator json, Node node, String name) throws IOException {
    String value = node.attributes().get(name);
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private static void text(JsonGenerator json, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }
}
