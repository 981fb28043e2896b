package org.emcsettlement.core.quantity;

/** How far a published figure could be checked. */
public enum Trust {
  /** Read in the named source itself. */
  VERIFIED,
  /** Read in a secondary source that quotes or implements the standard. */
  SECONDARY,
  /** Derived by arithmetic from figures that are named. */
  DERIVED,
  /** Background knowledge; check the standard before relying on it. Using it is a finding. */
  UNVERIFIED
}
