// SPDX-License-Identifier: Apache-2.0
#include "chain.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace tidytracker::fit {
namespace {

using Scores = std::array<double, k_model_roles>;

double log_sum(const Scores& scores) {
    const double highest = *std::ranges::max_element(scores);
    double sum = 0;
    for (const double score : scores) sum += std::exp(score - highest);
    return highest + std::log(sum);
}

std::size_t state_of(RowRole role) {
    return static_cast<std::size_t>(role) - 1;
}

/// A weight with the sum of its squared gradients.
struct Weight {
    double value{};
    double squares{1e-6};
    void step(double gradient, double rate) {
        if (gradient == 0) return;
        squares += gradient * gradient;
        value += rate * gradient / std::sqrt(squares);
    }
};

using Weights = std::array<Weight, k_model_roles>;

class Chain {
  public:
    explicit Chain(const Fitting& fitting) : fitting_(fitting), features_(feature_count()) {}

    void learn(const Sample& sample, double share_of_decay) {
        const std::size_t rows = sample.rows.size();
        if (rows == 0) return;
        score(sample);
        sum_forward_and_backward(rows);
        const double total = log_sum(forward_[rows - 1]);
        for (std::size_t row = 0; row < rows; ++row) learn_row(sample, row, total, share_of_decay);
        learn_transitions(sample, total, share_of_decay);
    }

    [[nodiscard]] RoleModel model() const {
        RoleModel made;
        for (const Weights& weights : features_) {
            auto& line = made.features.emplace_back();
            for (std::size_t i = 0; i < k_model_roles; ++i) line[i] = number(weights[i]);
        }
        for (std::size_t i = 0; i < k_model_roles; ++i) {
            made.first[i] = number(first_[i]);
            made.last[i] = number(last_[i]);
            for (std::size_t j = 0; j < k_model_roles; ++j) {
                made.transitions[i][j] = number(transitions_[i][j]);
            }
        }
        return made;
    }

  private:
    Fitting fitting_;
    std::vector<Weights> features_;
    std::array<Weights, k_model_roles> transitions_{};
    Weights first_{};
    Weights last_{};
    std::vector<Scores> emission_{};
    std::vector<Scores> forward_{};
    std::vector<Scores> backward_{};

    static float number(const Weight& weight) { return static_cast<float>(weight.value); }

    void score(const Sample& sample) {
        emission_.assign(sample.rows.size(), Scores{});
        for (std::size_t row = 0; row < sample.rows.size(); ++row) {
            for (const std::uint16_t feature : sample.rows[row]) {
                for (std::size_t i = 0; i < k_model_roles; ++i) {
                    emission_[row][i] += features_[feature][i].value;
                }
            }
        }
        for (std::size_t i = 0; i < k_model_roles; ++i) {
            emission_.front()[i] += first_[i].value;
            emission_.back()[i] += last_[i].value;
        }
    }

    void sum_forward_and_backward(std::size_t rows) {
        forward_.assign(rows, Scores{});
        backward_.assign(rows, Scores{});
        forward_[0] = emission_[0];
        for (std::size_t row = 1; row < rows; ++row) {
            for (std::size_t to = 0; to < k_model_roles; ++to) {
                Scores paths{};
                for (std::size_t from = 0; from < k_model_roles; ++from) {
                    paths[from] = forward_[row - 1][from] + transitions_[from][to].value;
                }
                forward_[row][to] = log_sum(paths) + emission_[row][to];
            }
        }
        for (std::size_t row = rows - 1; row-- > 0;) {
            for (std::size_t from = 0; from < k_model_roles; ++from) {
                Scores paths{};
                for (std::size_t to = 0; to < k_model_roles; ++to) {
                    paths[to] = transitions_[from][to].value + emission_[row + 1][to] +
                                backward_[row + 1][to];
                }
                backward_[row][from] = log_sum(paths);
            }
        }
    }

    void step(Weight& weight, double gradient, double share_of_decay) const {
        weight.step(gradient - fitting_.decay * weight.value * share_of_decay, fitting_.rate);
    }

    void learn_row(const Sample& sample, std::size_t row, double total, double share_of_decay) {
        for (std::size_t i = 0; i < k_model_roles; ++i) {
            const double expected = std::exp(forward_[row][i] + backward_[row][i] - total);
            const double seen = i == state_of(sample.roles[row]) ? 1.0 : 0.0;
            const double gradient = seen - expected;
            for (const std::uint16_t feature : sample.rows[row]) {
                step(features_[feature][i], gradient, share_of_decay);
            }
            if (row == 0) step(first_[i], gradient, share_of_decay);
            if (row + 1 == sample.rows.size()) step(last_[i], gradient, share_of_decay);
        }
    }

    void learn_transitions(const Sample& sample, double total, double share_of_decay) {
        std::array<Scores, k_model_roles> gradients{};
        for (std::size_t row = 1; row < sample.rows.size(); ++row) {
            for (std::size_t from = 0; from < k_model_roles; ++from) {
                for (std::size_t to = 0; to < k_model_roles; ++to) {
                    gradients[from][to] -=
                        std::exp(forward_[row - 1][from] + transitions_[from][to].value +
                                 emission_[row][to] + backward_[row][to] - total);
                }
            }
            gradients[state_of(sample.roles[row - 1])][state_of(sample.roles[row])] += 1;
        }
        for (std::size_t from = 0; from < k_model_roles; ++from) {
            for (std::size_t to = 0; to < k_model_roles; ++to) {
                step(transitions_[from][to], gradients[from][to], share_of_decay);
            }
        }
    }
};

}  // namespace

RoleModel fit_chain(const std::vector<const Sample*>& samples, const Fitting& fitting) {
    Chain chain(fitting);
    std::vector<const Sample*> order = samples;
    // The same seed, so that the same corpus gives the same weights.
    std::mt19937 shuffle(7);
    for (int round = 0; round < fitting.rounds; ++round) {
        std::ranges::shuffle(order, shuffle);
        for (const Sample* sample : order) chain.learn(*sample, 1.0);
    }
    return chain.model();
}

}  // namespace tidytracker::fit
