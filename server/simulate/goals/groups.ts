/** The groups of goals, in the order of printing. A new group is one file beside this and one line. */
import { adviceGoals } from './advice-goals.ts';
import { estimateGoals } from './estimate-goals.ts';
import { explainedGoals } from './explained-goals.ts';
import type { GoalGroup } from './goal.ts';
import { knowledgeGoals } from './knowledge-goals.ts';
import { routingGoals } from './routing-goals.ts';
import { speedGoals } from './speed-goals.ts';

export const GOAL_GROUPS: readonly GoalGroup[] = [
  routingGoals,
  knowledgeGoals,
  estimateGoals,
  adviceGoals,
  explainedGoals,
  speedGoals,
];
