package org.emcsettlement.core.finding;

/** Something with a stable id and a name in each language; texts use the name of their language. */
public interface Named {

  /** {@return the stable id} */
  String id();

  /** {@return the Chinese name} */
  String zh();

  /** {@return the English name} */
  String en();
}
