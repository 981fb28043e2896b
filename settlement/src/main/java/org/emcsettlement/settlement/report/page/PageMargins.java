package org.emcsettlement.settlement.report.page;

/**
 * What stands in the margins of every printed page, beside page n of m. The first page has neither
 * title nor mark: its head says both.
 *
 * @param title at the top left, cut where it does not fit
 * @param mark at the top right; may be empty
 * @param identity at the bottom left
 */
public record PageMargins(String title, String mark, String identity) {

  /** What fits beside the mark. */
  private static final double TITLE_EMS = 56;

  /** {@return the rules of a style sheet} */
  public String css() {
    return "@page {\n"
        + "  @top-left { content: "
        + quoted(Svg.fit(title, TITLE_EMS))
        + "; }\n"
        + "  @top-right { content: "
        + quoted(mark)
        + "; }\n"
        + "  @bottom-left { content: "
        + quoted(identity)
        + "; }\n"
        + "  @bottom-right { content: counter(page) "
        + quoted(" / ")
        + " counter(pages); }\n"
        + "}\n"
        + "@page :first { @top-left { content: none; } @top-right { content: none; } }\n";
  }

  /** A CSS string; everything but letters and digits is written as a code point. */
  private static String quoted(String text) {
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
