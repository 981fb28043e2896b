package org.emcsettlement.settlement.report.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * Writes well-formed XHTML that HTML readers understand as well. Every text and attribute value is
 * escaped here and nowhere else, so no data can become an element. Not thread-safe.
 */
public final class Markup {

  /** Elements that HTML never closes; all others get an end tag, even when empty. */
  private static final Set<String> VOID = Set.of("meta");

  /** Elements after which a line ends, so that the source of a page can be read. */
  private static final Set<String> BLOCKS =
      Set.of(
          "html",
          "head",
          "meta",
          "title",
          "style",
          "body",
          "main",
          "header",
          "footer",
          "section",
          "div",
          "h1",
          "h2",
          "p",
          "table",
          "thead",
          "tbody",
          "tr",
          "dl",
          "ul",
          "li",
          "figure",
          "figcaption",
          "details",
          "summary",
          "svg",
          "rect",
          "path",
          "line",
          "circle",
          "text",
          "desc",
          "defs",
          "pattern");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param tag its name, never data
   * @param attributes name, value, name, value …; names are never data
   * @return this writer
   */
  public Markup open(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    if (VOID.contains(tag)) {
      out.append("/>");
      breakAfter(tag);
    } else {
      out.append('>');
      open.push(tag);
    }
    return this;
  }

  /**
   * Closes the innermost element.
   *
   * @param tag its name
   * @return this writer
   * @throws IllegalStateException if another element is open
   */
  public Markup close(String tag) {
    if (open.isEmpty() || !open.peek().equals(tag)) {
      throw new IllegalStateException("cannot close " + tag + ", open are " + open);
    }
    open.pop();
    out.append("</").append(tag).append('>');
    breakAfter(tag);
    return this;
  }

  private void breakAfter(String tag) {
    if (BLOCKS.contains(tag)) {
      out.append('\n');
    }
  }

  /**
   * Text of this library.
   *
   * @param text the text, which is escaped
   * @return this writer
   */
  public Markup text(String text) {
    escape(text);
    return this;
  }

  /**
   * Text that comes from data, kept apart from its surroundings whatever its writing direction.
   *
   * @param text the text
   * @return this writer
   */
  public Markup data(String text) {
    return element("bdi", text);
  }

  /**
   * An element that holds text only.
   *
   * @param tag its name, never data
   * @param text what it holds
   * @param attributes name, value, name, value …; names are never data
   * @return this writer
   */
  public Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close(tag);
  }

  /**
   * Text of this library in both languages, English beside Chinese and smaller.
   *
   * @param zh in Chinese
   * @param en in English
   * @return this writer
   */
  public Markup both(String zh, String en) {
    return text(zh).text(" ").element("span", en, "class", "en", "lang", "en");
  }

  /**
   * Text that comes from data in both languages; written once if it is the same in both.
   *
   * @param text the text
   * @return this writer
   */
  public Markup data(Bilingual text) {
    data(text.zh());
    return text.en().equals(text.zh())
        ? this
        : text(" ").open("span", "class", "en", "lang", "en").data(text.en()).close("span");
  }

  /**
   * A style sheet of this library. HTML takes it as it stands, so nothing is escaped.
   *
   * @param css the rules
   * @return this writer
   * @throws IllegalArgumentException if it holds {@code <} or {@code &}, which XML would not take
   */
  public Markup style(String css) {
    if (css.indexOf('<') >= 0 || css.indexOf('&') >= 0) {
      throw new IllegalArgumentException("a style sheet must hold neither < nor &");
    }
    open("style");
    out.append(css);
    return close("style");
  }

  /**
   * The text written so far.
   *
   * @return well-formed XHTML
   * @throws IllegalStateException if an element is still open
   */
  public String finish() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return out.toString();
  }

  private void escape(String text) {
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\r' -> out.append(' ');
        default -> out.appendCodePoint(isCharacter(c) ? c : 0xFFFD);
      }
    }
  }

  /** What both XML 1.0 and HTML allow; control characters and lone surrogates are replaced. */
  private static boolean isCharacter(int c) {
    if (c < 0x20) {
      return c == '\t' || c == '\n';
    }
    boolean control = c >= 0x7F && c <= 0x9F;
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    boolean never = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return !control && !surrogate && !never;
  }
}
