/** JMH benchmarks: {@code java -jar examples/benchmarks/target/benchmarks.jar}. */
@NullMarked
package org.emcsettlement.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
