package org.emcsettlement.settlement.report;

import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.statement.StatementKey;

/** What stands in the margins of every printed page: whose statement, its digest, page n of m. */
final class PageMargins {

  /** What fits beside the draft mark. */
  private static final double NAME_EMS = 56;

  private PageMargins() {}

  static String css(Statement statement) {
    StatementKey key = statement.key();
    String name =
        statement.title()
            + " · "
            + key.contract()
            + " · "
            + key.period()
            + " · v"
            + statement.version();
    String draft = statement.draft() ? quoted("草稿 DRAFT") : quoted("");
    return "@page {\n"
        + "  @top-left { content: "
        + quoted(Svg.fit(name, NAME_EMS))
        + "; }\n"
        + "  @top-right { content: "
        + draft
        + "; }\n"
        + "  @bottom-left { content: "
        + quoted("SHA-256 " + statement.digest())
        + "; }\n"
        + "  @bottom-right { content: counter(page) "
        + quoted(" / ")
        + " counter(pages); }\n"
        + "}\n"
        // the first page says both in its head
        + "@page :first { @top-left { content: none; } @top-right { content: none; } }\n";
  }

  /** A CSS string; everything but letters and digits is written as a code point. */
  static String quoted(String text) {
    StringBuilder css = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              boolean plain = c < 0x80 && Character.isLetterOrDigit(c);
              if (plain) {
                css.appendCodePoint(c);
              } else {
                // a zero or a lone surrogate has no code point in CSS
                boolean character = c != 0 && (c < 0xD800 || c > 0xDFFF);
                css.append('\\').append(Integer.toHexString(character ? c : 0xFFFD)).append(' ');
              }
            });
    return css.append('"').toString();
  }
}
