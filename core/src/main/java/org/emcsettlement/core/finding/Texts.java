package org.emcsettlement.core.finding;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills named arguments into finding texts. */
final class Texts {

  private static final Pattern ARGUMENT = Pattern.compile("\\{([a-zA-Z]+)}");

  private final FindingCode code;
  private final Map<String, Object> arguments = new LinkedHashMap<>();

  Texts(FindingCode code, Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("arguments must be pairs of name and value");
    }
    this.code = code;
    for (int i = 0; i < namesAndValues.length; i += 2) {
      arguments.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
  }

  /** The arguments as text; of something named, its id. */
  Map<String, String> arguments() {
    Map<String, String> texts = new LinkedHashMap<>();
    arguments.forEach(
        (name, value) ->
            texts.put(name, value instanceof Named named ? named.id() : value.toString()));
    return texts;
  }

  String zh() {
    return fill(code.zh(), Named::zh);
  }

  String en() {
    return fill(code.en(), Named::en);
  }

  private String fill(String text, Function<Named, String> language) {
    Matcher holes = ARGUMENT.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (holes.find()) {
      Object value = arguments.get(holes.group(1));
      if (value == null) {
        throw new IllegalArgumentException(
            "finding " + code.code() + " lacks its argument {" + holes.group(1) + "}");
      }
      String shown = value instanceof Named named ? language.apply(named) : value.toString();
      holes.appendReplacement(filled, Matcher.quoteReplacement(shown));
    }
    return holes.appendTail(filled).toString();
  }
}
