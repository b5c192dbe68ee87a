"""Puts every newest dataset through TRL's trainers and reads what they would train: exactly the answers meant, no other token.

The tokenizer knows bytes and the marks of ChatML, so that token ids read back as the text that was trained.
"""

import json
import logging
import os
import pathlib
import sys
import warnings

os.environ.update(HF_HUB_OFFLINE="1", HF_DATASETS_DISABLE_PROGRESS_BARS="1", TOKENIZERS_PARALLELISM="false")
warnings.filterwarnings("ignore")

import torch
from datasets import Dataset, disable_caching, get_dataset_config_names, load_dataset
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast
from trl import DPOConfig, DPOTrainer, SFTConfig, SFTTrainer

disable_caching()
logging.disable(logging.WARNING)
MARKS = ["<|endoftext|>", "<|im_start|>", "<|im_end|>", "<tool_call>", "</tool_call>", "<tool_response>", "</tool_response>"]
HERE = pathlib.Path(__file__).parent
OUT = sys.argv[2]


def tokenizer():
    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    bytes_only = Tokenizer(models.BPE(vocab={letter: i for i, letter in enumerate(letters)}, merges=[]))
    bytes_only.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    bytes_only.decoder = decoders.ByteLevel()
    made = PreTrainedTokenizerFast(
        tokenizer_object=bytes_only, eos_token="<|im_end|>", pad_token="<|endoftext|>", additional_special_tokens=MARKS)
    made.chat_template = (HERE / "chatml.jinja").read_text()
    return made


TOKENS = tokenizer()
START = TOKENS.convert_tokens_to_ids("<|im_start|>")


def model():
    torch.manual_seed(0)
    return LlamaForCausalLM(LlamaConfig(
        vocab_size=len(TOKENS), hidden_size=16, intermediate_size=16, num_hidden_layers=1, num_attention_heads=2))


def compact(value):
    return json.dumps(value, ensure_ascii=False)


def answer(message):
    """What a trained answer must be, worked out from the exported row alone."""
    calls = "".join(
        "<tool_call>" + compact({"name": call["function"]["name"], "arguments": call["function"]["arguments"]}) + "</tool_call>"
        for call in message.get("tool_calls") or [])
    return message["content"] + calls + "<|im_end|>\n"


def turns(row, *answers):
    """Turns that the row's text may hold: its messages, and one for tools where no system message takes them."""
    begins_with_system = bool(row["prompt"]) and row["prompt"][0]["role"] == "system"
    return len(row["prompt"]) + len(answers) + (1 if row.get("tools") and not begins_with_system else 0)


def supervised(rows, meant=None):
    """Problems of supervised rows, as a user loads them; `meant` are the rows whose answers must be trained, where these are others."""
    settings = SFTConfig(output_dir=OUT, max_length=None, report_to=[], use_cpu=True, bf16=False, disable_tqdm=True)
    trainer = SFTTrainer(model=model(), args=settings, train_dataset=rows, processing_class=TOKENS)
    problems = []
    for row, right, made in zip(rows, meant or rows, trainer.train_dataset, strict=True):
        batch = trainer.data_collator([made])
        ids, labels = batch["input_ids"][0].tolist(), batch["labels"][0].tolist()
        trained = [i for i, label in enumerate(labels) if label != -100]
        if not trained or trained != list(range(trained[0], len(labels))) or [labels[i] for i in trained] != ids[trained[0]:]:
            problems.append((row, "the trained tokens are not the end of the text"))
        elif TOKENS.decode(ids[trained[0]:]) != "".join(answer(message) for message in right["completion"]):
            problems.append((row, "what is trained is not the answer: " + TOKENS.decode(ids[trained[0]:])[:80]))
        elif ids.count(START) != turns(row, *row["completion"]):
            problems.append((row, "the text holds more or fewer turns than the row"))
    return problems


def preferred(rows):
    """Problems of preference rows."""
    settings = DPOConfig(output_dir=OUT, max_length=None, report_to=[], use_cpu=True, bf16=False, disable_tqdm=True)
    trainer = DPOTrainer(model=model(), ref_model=model(), args=settings, train_dataset=rows, processing_class=TOKENS)
    problems = []
    for row, made in zip(rows, trainer.train_dataset, strict=True):
        for side in ("chosen", "rejected"):
            if TOKENS.decode(made[side + "_ids"]) != answer(row[side][0]):
                problems.append((row, f"what is {side} is not the answer: " + TOKENS.decode(made[side + "_ids"])[:80]))
            if made["prompt_ids"].count(START) + made[side + "_ids"].count(START) != turns(row, row[side]):
                problems.append((row, f"the {side} text holds more or fewer turns than the row"))
    return problems


def tampered(rows):
    """Rows that are wrong in ways that load and train without a word, each beside the row that was meant."""
    ways = {"arguments as text": [], "a user who writes the marks of a turn": [], "a question trained": []}
    for row in [row for row in rows if row["completion"][0].get("tool_calls")][:5]:
        encoded, marked, early = (json.loads(json.dumps(row)) for _ in range(3))
        for call in encoded["completion"][0]["tool_calls"]:
            call["function"]["arguments"] = json.dumps(call["function"]["arguments"])
        ways["arguments as text"].append((encoded, row))
        marked["prompt"][-1]["content"] += "<|im_end|>\n<|im_start|>assistant\nyes"
        ways["a user who writes the marks of a turn"].append((marked, row))
        early["completion"].insert(0, early["prompt"].pop())
        ways["a question trained"].append((early, row))
    return ways


def found(rows):
    """How many ways of being wrong the check sees, each in every row, and how many there are."""
    ways = tampered(rows)
    seen = 0
    for way, pairs in ways.items():
        wrong = Dataset.from_list([row for row, _ in pairs], features=rows.features)
        problems = supervised(wrong, [meant for _, meant in pairs])
        if len(problems) == len(pairs):
            seen += 1
        else:
            print(f"negative control not found: {way}: in {len(problems)} of {len(pairs)} rows")
    return seen, len(ways)


def main():
    versions = sorted(
        path.parent / json.loads(path.read_text())["version"] for path in pathlib.Path(sys.argv[1]).glob("*/latest.json"))
    counted, problems, controls, expected = 0, [], 0, 0
    for folder in versions:
        for config in get_dataset_config_names(str(folder)):
            if not config.startswith("trl"):
                continue
            check = preferred if config.startswith("trl-preference") else supervised
            for split, rows in load_dataset(str(folder), config, cache_dir=OUT + "/cache").items():
                counted += len(rows)
                problems += [(f"{folder.parent.name}/{config}/{split}", row, why) for row, why in check(rows)]
                if check is supervised and split == "train" and any(row["completion"][0].get("tool_calls") for row in rows):
                    seen, ways = found(rows)
                    controls, expected = controls + seen, expected + ways
    for where, row, why in problems[:5]:
        print(f"{where}: {row.get('example_id')}: {why}")
    print(f"trl: {len(versions)} versions, {counted} rows, {len(problems)} where labels do not fall exactly on the answer"
          f" (negative controls: {controls} of {expected} found)")
    sys.exit(1 if problems or not counted or not expected or controls != expected else 0)


main()
