package org.xinyidai.models.assignment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.xinyidai.models.assignment.MatchDay.Choice;

/**
 * Finds the plan of the greatest worth (撮合优化) as a flow of least cost: one unit leaves each demand
 * and reaches the end through a product, whose quota is the capacity of its last edge, or directly,
 * unassigned. An edge costs the greatest worth of all less its own, so that no cost is negative and
 * every demand pays exactly one of them. Exact, since worths are whole fen far below 2^53 and
 * capacities are whole numbers. Requirement B14.
 *
 * <p>Where quotas count loans, no plan is worth more. Where they count money as well, a round gives
 * a product as many places as fit whoever takes them, which is the best plan that surely fits; what
 * money is then left goes to further rounds among those who got no place, until nobody fits.
 */
public final class DayPlanner {
  private static final int END = 0;

  /**
   * Each round places somebody or is the last; money that is left after so many is small change.
   */
  private static final int MOST_ROUNDS = 50;

  private DayPlanner() {}

  /** The plan; of several equal ones always the same. */
  public static DayPlan plan(MatchDay day) {
    List<Choice> open = day.choices().stream().filter(one -> one.worthFen() > 0).toList();
    Left left = new Left(day);
    Set<Choice> chosen = new HashSet<>();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      open = open.stream().filter(left::admits).toList();
      if (open.isEmpty()) {
        break;
      }
      List<Choice> placed = best(open, left.places(open));
      Set<String> demands = new HashSet<>();
      for (Choice one : placed) {
        left.take(one);
        chosen.add(one);
        demands.add(one.demand());
      }
      open = open.stream().filter(one -> !demands.contains(one.demand())).toList();
    }
    return new DayPlan(day.choices().stream().filter(chosen::contains).toList());
  }

  private static List<Choice> best(List<Choice> choices, Map<String, Integer> places) {
    Network network = new Network(choices, places);
    Map<DefaultWeightedEdge, Double> flow =
        new CapacityScalingMinimumCostFlow<Integer, DefaultWeightedEdge>()
            .getMinimumCostFlow(network.problem())
            .getFlowMap();
    List<Choice> chosen = new ArrayList<>();
    network.edges.forEach(
        (edge, choice) -> {
          if (flow.getOrDefault(edge, 0.0) > 0.5) {
            chosen.add(choice);
          }
        });
    return chosen;
  }

  /** The graph: the end, demands, products. */
  private static final class Network {
    private final SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> graph =
        new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    private final Map<String, Integer> demands = new LinkedHashMap<>();
    private final Map<String, Integer> products = new LinkedHashMap<>();
    private final Map<DefaultWeightedEdge, Choice> edges = new LinkedHashMap<>();
    private final Map<DefaultWeightedEdge, Integer> capacities = new LinkedHashMap<>();

    Network(List<Choice> choices, Map<String, Integer> places) {
      graph.addVertex(END);
      choices.forEach(one -> node(demands, "d" + one.demand()));
      choices.forEach(one -> node(products, "p" + one.product()));
      long best = choices.stream().mapToLong(Choice::worthFen).max().orElse(0);
      for (int demand : demands.values()) {
        edge(demand, END, best, 1);
      }
      for (Choice one : choices) {
        int demand = demands.getOrDefault("d" + one.demand(), END);
        int product = products.getOrDefault("p" + one.product(), END);
        edges.put(edge(demand, product, best - one.worthFen(), 1), one);
      }
      products.forEach(
          (name, product) ->
              edge(product, END, 0, places.getOrDefault(name.substring(1), demands.size())));
    }

    MinimumCostFlowProblem<Integer, DefaultWeightedEdge> problem() {
      int all = demands.size();
      return new MinimumCostFlowProblemImpl<>(
          graph, node -> node == END ? -all : node <= all ? 1 : 0, capacities::get);
    }

    private void node(Map<String, Integer> known, String name) {
      if (!known.containsKey(name)) {
        int number = 1 + demands.size() + products.size();
        known.put(name, number);
        graph.addVertex(number);
      }
    }

    private DefaultWeightedEdge edge(int from, int to, long cost, int capacity) {
      DefaultWeightedEdge edge = graph.addEdge(from, to);
      if (edge == null) {
        throw new IllegalArgumentException("a demand names a product twice");
      }
      graph.setEdgeWeight(edge, (double) cost);
      capacities.put(edge, capacity);
      return edge;
    }
  }
}
