package org.emcsettlement.settlement.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * One self-contained HTML page in the style of the house: UTF-8, well-formed XHTML, no script,
 * nothing loaded, set for A4. Not thread-safe.
 */
public final class Page {

  private static final String STYLE = style();

  private static final List<String> NUMERALS =
      List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四");

  private final Markup markup = new Markup();
  private int sections;

  /**
   * Opens a page.
   *
   * @param title what a browser calls it
   * @param margins what stands in the margins in print
   */
  public Page(String title, PageMargins margins) {
    markup.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "zh-CN");
    markup.open("head").open("meta", "charset", "utf-8");
    markup.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    markup.element("title", title);
    markup.style(STYLE).style(margins.css());
    markup.close("head").open("body").open("main");
  }

  /** {@return what takes the content between sections} */
  public Markup markup() {
    return markup;
  }

  /**
   * Adds a section under a numbered heading.
   *
   * @param heading the heading
   * @param content writes what follows
   */
  public void section(Bilingual heading, Consumer<Markup> content) {
    markup.open("section").open("h2").text(NUMERALS.get(sections++) + "、");
    markup.both(heading.zh(), heading.en()).close("h2");
    content.accept(markup);
    markup.close("section");
  }

  /**
   * Ends the page with a part that is kept together, and a last remark.
   *
   * @param last writes that part
   * @param remark the remark
   * @return the page; write it as UTF-8
   */
  public String finish(Consumer<Markup> last, Bilingual remark) {
    markup.open("div", "class", "end");
    last.accept(markup);
    markup.open("footer").open("p").both(remark.zh(), remark.en()).close("p").close("footer");
    markup.close("div").close("main").close("body").close("html");
    return "<!DOCTYPE html>\n" + markup.finish();
  }

  private static String style() {
    try (InputStream stream = Page.class.getResourceAsStream("page.css")) {
      return new String(
          Objects.requireNonNull(stream, "page.css is not packaged").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
