/** What was measured, and may it be used: evidence as exact values with their faults named. */
@NullMarked
package org.emcsettlement.core;

import org.jspecify.annotations.NullMarked;
