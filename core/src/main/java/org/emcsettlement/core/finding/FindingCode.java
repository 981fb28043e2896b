package org.emcsettlement.core.finding;

/**
 * One kind of finding: a stable code {@code <area>.<what>} that is never renamed or reused, its
 * default effect, and its text in both languages.
 *
 * <p>Texts carry named arguments in braces, the same names in both languages: {@code {meter}}. They
 * say what is wrong and what to do.
 */
public interface FindingCode {

  /** {@return the stable code, area and fault in kebab case, joined by a dot} */
  String code();

  /** {@return the effect unless a policy says otherwise} */
  Effect defaultEffect();

  /** {@return the Chinese text with named arguments} */
  String zh();

  /** {@return the English text with named arguments} */
  String en();
}
