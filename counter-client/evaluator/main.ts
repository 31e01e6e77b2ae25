/** The entry of the evaluator. */
import '../../shared/client/base.css';
import { defineElement } from '../../shared/client/define-element.ts';
import { EvaluatorPage } from './evaluator-page.ts';

defineElement('yc-evaluator', EvaluatorPage);
