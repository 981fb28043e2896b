package org.emcsettlement.settlement.report.page;

import org.emcsettlement.settlement.statement.Bilingual;

/**
 * A drawing inside a page. Geometry is double; coordinates are printed with two decimals by code
 * that knows no locale, so bytes repeat on every machine. Colours and fonts are the style sheet's;
 * meaning never rests on colour alone: hatching and line styles carry it too. Not thread-safe.
 */
public final class Svg {

  private final Markup page;
  private final String id;

  /**
   * Opens a drawing.
   *
   * @param page takes it
   * @param id unique in the page, never data
   * @param width its width
   * @param height its height
   * @param title what it shows
   * @param description what can be read from it, for those who cannot see it
   */
  public Svg(
      Markup page, String id, double width, double height, Bilingual title, String description) {
    this.page = page;
    this.id = id;
    page.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + at(width) + " " + at(height),
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-desc");
    page.element("title", title.zh() + " " + title.en(), "id", id + "-title");
    page.element("desc", description, "id", id + "-desc");
  }

  /**
   * Defines the hatching of this drawing, used by {@link #hatched}.
   *
   * @return this drawing
   */
  public Svg hatching() {
    page.open("defs");
    page.open(
        "pattern",
        "id",
        id + "-hatch",
        "width",
        "5",
        "height",
        "5",
        "patternUnits",
        "userSpaceOnUse",
        "patternTransform",
        "rotate(45)");
    page.open("rect", "width", "5", "height", "5", "class", "hatch-ground").close("rect");
    page.open("rect", "width", "1.6", "height", "5", "class", "hatch-line").close("rect");
    page.close("pattern").close("defs");
    return this;
  }

  /**
   * A rectangle.
   *
   * @param style its classes in the style sheet
   * @param x its left edge
   * @param y its upper edge
   * @param width its width
   * @param height its height
   * @return this drawing
   */
  public Svg rectangle(String style, double x, double y, double width, double height) {
    page.open(
            "rect",
            "class",
            style,
            "x",
            at(x),
            "y",
            at(y),
            "width",
            at(width),
            "height",
            at(height))
        .close("rect");
    return this;
  }

  /**
   * A rectangle filled with the hatching.
   *
   * @param style its classes in the style sheet
   * @param x its left edge
   * @param y its upper edge
   * @param width its width
   * @param height its height
   * @return this drawing
   */
  public Svg hatched(String style, double x, double y, double width, double height) {
    page.open(
            "rect",
            "class",
            style,
            "fill",
            "url(#" + id + "-hatch)",
            "x",
            at(x),
            "y",
            at(y),
            "width",
            at(width),
            "height",
            at(height))
        .close("rect");
    return this;
  }

  /**
   * A straight line.
   *
   * @param style its classes in the style sheet
   * @param x1 where it starts
   * @param y1 where it starts
   * @param x2 where it ends
   * @param y2 where it ends
   * @return this drawing
   */
  public Svg line(String style, double x1, double y1, double x2, double y2) {
    page.open("line", "class", style, "x1", at(x1), "y1", at(y1), "x2", at(x2), "y2", at(y2))
        .close("line");
    return this;
  }

  /**
   * A circle.
   *
   * @param style its classes in the style sheet
   * @param x its centre
   * @param y its centre
   * @param radius its radius
   * @return this drawing
   */
  public Svg circle(String style, double x, double y, double radius) {
    page.open("circle", "class", style, "cx", at(x), "cy", at(y), "r", at(radius)).close("circle");
    return this;
  }

  /**
   * A path.
   *
   * @param style its classes in the style sheet
   * @param commands what it consists of, never data; see {@link #point}
   * @return this drawing
   */
  public Svg path(String style, String commands) {
    page.open("path", "class", style, "d", commands).close("path");
    return this;
  }

  /**
   * A text.
   *
   * @param style its classes in the style sheet
   * @param x where it is anchored
   * @param y its base line
   * @param text the text, which is escaped
   * @return this drawing
   */
  public Svg text(String style, double x, double y, String text) {
    page.element("text", text, "class", style, "x", at(x), "y", at(y));
    return this;
  }

  /** Ends the drawing. */
  public void close() {
    page.close("svg");
  }

  /**
   * A coordinate with two decimals.
   *
   * @param value the coordinate
   * @return its text, the same on every machine
   */
  public static String at(double value) {
    long hundredths = Math.round(value * 100);
    long size = Math.abs(hundredths);
    String rest = Long.toString(100 + size % 100).substring(1);
    return (hundredths < 0 ? "-" : "") + size / 100 + "." + rest;
  }

  /**
   * A point of a path.
   *
   * @param x its abscissa
   * @param y its ordinate
   * @return both, each followed by a space
   */
  public static String point(double x, double y) {
    return at(x) + " " + at(y) + " ";
  }

  /**
   * A text cut to a width, with an ellipsis if anything is lost.
   *
   * @param text the text
   * @param ems the width in units of the font size
   * @return as much of it as fits
   */
  public static String fit(String text, double ems) {
    return width(text) <= ems ? text : cut(text, ems - 1) + "…";
  }

  private static String cut(String text, double ems) {
    int end = 0;
    double used = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      used += width(c);
      if (used > ems) {
        break;
      }
      end += Character.charCount(c);
    }
    return text.substring(0, end);
  }

  /**
   * The width of a text, estimated on the safe side.
   *
   * @param text the text
   * @return its width in units of the font size
   */
  public static double width(String text) {
    return text.codePoints().mapToDouble(Svg::width).sum();
  }

  private static double width(int c) {
    if (c >= 0x2E80) {
      return 1;
    }
    return Character.isUpperCase(c) ? 0.75 : 0.56;
  }
}
