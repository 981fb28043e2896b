package org.emcsettlement.settlement.statement;

import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/**
 * The name of a figure that one clause writes and others read. Two keys are the same if their names
 * are.
 *
 * @param <T> {@link Figure} for exact figures, {@link PostedAmount} for posted amounts
 * @param name the stable name
 * @param type which of the two it is
 */
public record FigureKey<T>(String name, Class<T> type) {

  /**
   * A key of exact figures.
   *
   * @param name its name
   * @return the key
   */
  public static FigureKey<Figure> exact(String name) {
    return new FigureKey<>(name, Figure.class);
  }

  /**
   * A key of posted amounts.
   *
   * @param name its name
   * @return the key
   */
  public static FigureKey<PostedAmount> posted(String name) {
    return new FigureKey<>(name, PostedAmount.class);
  }

  @Override
  public String toString() {
    return name;
  }
}
