package org.emcsettlement.settlement.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Element;

/**
 * Whatever a contract calls things, it stays text: the page keeps the elements and attributes that
 * it has for harmless names.
 */
class HostileNamesProperties {

  private static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "</style><script>alert(1)</script>",
          "</title><img src=x onerror=alert(1)>",
          "\" onmouseover=\"alert(1)",
          "' onmouseover='alert(1)",
          "&lt;b&gt; &amp; &#60; &nbsp;",
          "]]>",
          "<![CDATA[x]]>",
          "<!-- x -->",
          "<?php x ?>",
          "\\\"; } body { display: none } @page { content: \"",
          "\u202Eright to left\u202C \u200F\u2066",
          "\u0000\u0001\u0007\u001B[31m\u007F\u0085\uFFFE\uFFFF",
          "\uD800 lone \uDC00",
          "a\r\nb\tc\u2028d",
          "名称，很长。".repeat(200),
          "x".repeat(3000));

  private static final String HARMLESS = skeleton(page("name"));

  /** CSS strings as the page writes them: letters, digits and escaped code points. */
  private static final Pattern CSS_STRING = Pattern.compile("\"[A-Za-z0-9\\\\ ]*\"");

  private static String page(String name) {
    return StatementPage.html(NamedStatements.with(place -> place + name));
  }

  /** Elements with the names of their attributes, without any text. */
  private static String skeleton(String html) {
    StringBuilder skeleton = new StringBuilder();
    for (Element element : ParsedPage.of(html).elements()) {
      skeleton.append('<').append(element.getTagName());
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        skeleton.append(' ').append(element.getAttributes().item(i).getNodeName());
      }
    }
    return skeleton.toString();
  }

  private static void staysText(String name) {
    String html = page(name);
    assertThat(skeleton(html)).isEqualTo(HARMLESS);
    ParsedPage page = ParsedPage.of(html);
    assertThat(page.elements("h1").get(0).getTextContent()).isEqualTo(shown("title" + name));
    assertThat(page.element("p", "contract").getTextContent())
        .isEqualTo(shown("contract-name" + name));
    Element notes = page.element("ul", "notes");
    assertThat(notes.getTextContent().strip())
        .isEqualTo((shown("note-zh" + name) + " " + shown("note-en" + name)).strip());
    String margins = page.elements("style").get(1).getTextContent();
    assertThat(CSS_STRING.matcher(margins).replaceAll("")).doesNotContain("\"");
    assertThat(CSS_STRING.matcher(margins).replaceAll("s")).isEqualTo(marginsWithoutStrings());
  }

  private static String marginsWithoutStrings() {
    String margins = ParsedPage.of(page("name")).elements("style").get(1).getTextContent();
    return CSS_STRING.matcher(margins).replaceAll("s");
  }

  /** A name as XML and HTML can hold it: what they forbid is replaced. */
  private static String shown(String name) {
    return name.replace('\r', ' ')
        .replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F]", "\uFFFD")
        .replaceAll("[\\uFDD0-\\uFDEF\\uFFFE\\uFFFF]", "\uFFFD")
        .replaceAll("\\p{Cs}", "\uFFFD");
  }

  @Example
  void knownAttacks() {
    HOSTILE.forEach(HostileNamesProperties::staysText);
  }

  @Property(tries = 60)
  void anyName(@ForAll("names") String name) {
    staysText(name);
  }

  @Provide
  Arbitrary<String> names() {
    Arbitrary<Character> marks =
        Arbitraries.of(
            '<', '>', '&', '"', '\'', '\\', ']', ';', '\n', '\r', '\u0000', '\u202E', '/');
    Arbitrary<Character> any = Arbitraries.chars().range('\u0000', '\uD7FF');
    return Arbitraries.oneOf(marks, any).list().ofMaxSize(40).map(HostileNamesProperties::joined);
  }

  private static String joined(List<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }
}
